import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/locale';
import { Shell } from '@/app/shell';
import { NewPasswordForm } from '@/components/accounts/passwords/new-password-form';
import { isPublishedResetOpen } from '@/domain/accounts/resets/reset-queries';
import { tokenHash } from '@/domain/accounts/token';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/sign-in/new-password/[slug]'>;

/** The title says nothing of whose password it is: it is the same for every link. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('accounts.newPassword'))('title'), robots: { index: false } };
}

const problems = ['too-short', 'password-too-long', 'too-common', 'too-near', 'too-many-resets'] as const;

/** A link for a new password. Whoever holds it is nobody yet: it says not whose it is, and signs nobody in. */
export default async function NewPasswordPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [{ slug }, { problem }, t] = await Promise.all([params, searchParams, getTranslations('accounts.newPassword')]);
  const isOpen = await isPublishedResetOpen(tokenHash(slug));
  return (
    <Shell locale={locale} route="newPassword" twinParams={{ slug }}>
      <div className="wrap section max-w-[34rem]">
        <h1 className="mb-3">{t('title')}</h1>
        {isOpen ? (
          <>
            <p className="mb-6">{t('lead')}</p>
            <NewPasswordForm
              token={slug}
              language={locale}
              problem={problems.find((each) => each === problem) ?? null}
            />
          </>
        ) : (
          <>
            <p role="alert" className="problem-box mb-5">
              {t('over')}
            </p>
            <p>
              <a href={hrefTo(locale, 'forgottenPassword')}>{t('again')}</a>
            </p>
          </>
        )}
      </div>
    </Shell>
  );
}
