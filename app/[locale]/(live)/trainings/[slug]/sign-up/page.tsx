import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Join } from '@/app/[locale]/(public)/trainings/[slug]/join';
import { markMissing } from '@/app/cache-tags';
import { AlertsHere } from '@/app/embedded/alerts-here';
import { keptForm } from '@/app/forms/public-form';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import { SessionWhen } from '@/components/trainings/session-facts';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Notice } from '@/components/ui/notice';
import { findPublishedSession } from '@/domain/trainings/published/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/trainings/[slug]/sign-up'>;

const load = cache(findPublishedSession);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, session] = await Promise.all([getTranslations('enrolments.form'), load(locale, slug)]);
  const title = session ? t('pageTitle', { title: session.course.title }) : t('title');
  return pageMetadata({ locale, route: 'signUp', params: { slug }, title, description: t('lead'), index: false });
}

/** The form of a session alone on its page: where a refused one stands again, with what was typed and what is wrong. */
export default async function SignUpPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [session, { said, again }] = await Promise.all([load(locale, slug), searchParams]);
  if (!session) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  const t = await getTranslations('enrolments');
  const calendarHref = said === 'received' ? hrefTo(locale, 'calendar', {}, { session: slug }) : null;
  return (
    <Shell locale={locale} route="signUp" twinParams={{ slug }}>
      <AlertsHere locale={locale} communes={session.commune ? [session.commune.slug] : []} />
      <div className="wrap section">
        <div className="max-w-xl">
          <h1 className="mb-5">{session.course.title}</h1>
          <SessionWhen locale={locale} session={session} calendarHref={calendarHref} />
          {session.demo && <DemoMark className="mt-3" />}
          <p>
            <MoreLink href={hrefTo(locale, 'session', { slug })}>{t('form.back')}</MoreLink>
          </p>
          {said === 'received' ? (
            <Notice tone="information" title={t('received.title')}>
              <p>{t('received.text')}</p>
              <p className="mt-2">{t('received.already')}</p>
              <p className="mt-2">{t('received.why')}</p>
            </Notice>
          ) : (
            <Form locale={locale} session={session} again={again === '1'} />
          )}
        </div>
      </div>
    </Shell>
  );
}

async function Form({ locale, session, again }: { locale: Locale; session: PublishedSession; again: boolean }) {
  const [t, kept] = await Promise.all([
    getTranslations('enrolments.form'),
    keptForm(hrefTo(locale, 'signUp', { slug: session.slug })),
  ]);
  return (
    <section className="mt-6 rounded-control border border-rule border-t-8 border-t-lotus bg-card p-6">
      {again && !kept && (
        <p role="alert" className="problem-box mb-4">
          {t('notSent')}
        </p>
      )}
      <Join locale={locale} session={session} kept={kept} />
    </section>
  );
}
