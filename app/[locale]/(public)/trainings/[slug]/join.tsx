import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { SignUpForm } from '@/components/enrolments/sign-up-form';
import { communeWords } from '@/components/trainings/place-words';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import type { KeptForm } from '@/components/ui/forms/kept-form';
import { publicAudiences, takesSignUps } from '@/domain/enrolments/enrolment';
import { findPublishedConsentText } from '@/domain/enrolments/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type JoinProps = { locale: Locale; session: PublishedSession; kept?: KeptForm | null };

/** How to have a seat kept: by herself, here; through the union where the session is by invitation; or not any more. */
export async function Join({ locale, session, kept = null }: JoinProps) {
  const [communes, consent] = await Promise.all([
    listPublishedCommunes(),
    findPublishedConsentText('training', locale),
  ]);
  if (!publicAudiences.includes(session.audience)) return <ByInvitation session={session} />;
  if (!takesSignUps(session) || !consent) return <Closed locale={locale} />;
  return <SignUp locale={locale} session={session} kept={kept} communes={communes} consent={consent} />;
}

function ByInvitation({ session }: { session: PublishedSession }) {
  const t = useTranslations('enrolments.form');
  const words = useTranslations('trainings');
  return (
    <>
      <h2 className="text-h3">{t('privateTitle')}</h2>
      <p className="mt-2">
        {t('privateText', {
          audience: words(`audience.${session.audience}`),
          commune: communeWords(words, session.commune) || session.unit,
        })}
      </p>
    </>
  );
}

function Closed({ locale }: { locale: Locale }) {
  const t = useTranslations('enrolments.form');
  return (
    <>
      <h2 className="text-h3">{t('closedTitle')}</h2>
      <p className="my-3">{t('closed')}</p>
      <ButtonLink href={hrefTo(locale, 'trainings')}>{t('others')}</ButtonLink>
    </>
  );
}

type SignUpProps = Required<JoinProps> & Pick<ComponentProps<typeof SignUpForm>, 'communes' | 'consent'>;

function SignUp({ locale, session, kept, communes, consent }: SignUpProps) {
  const t = useTranslations('enrolments.form');
  const full = session.isFull;
  return (
    <>
      <h2 className="text-h3">{t(full ? 'titleFull' : 'title')}</h2>
      <p className="mt-2">{t(full ? 'leadFull' : 'lead')}</p>
      <SignUpForm
        locale={locale}
        session={session.slug}
        full={full}
        communes={communes}
        commune={session.commune?.slug}
        consent={consent}
        kept={kept}
      />
      {full && (
        <MoreLink
          href={hrefTo(locale, 'topicWait', {}, { course: session.course.code, commune: session.commune?.slug })}
        >
          {t('tellMe')}
        </MoreLink>
      )}
    </>
  );
}
