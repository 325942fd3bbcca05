import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { ForgottenForm } from '@/components/accounts/passwords/forgotten-form';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/sign-in/forgotten-password'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('accounts.forgotten');
  return pageMetadata({ locale, route: 'forgottenPassword', title: t('title'), description: t('lead'), index: false });
}

const problems = ['not-an-email-or-phone', 'too-many-resets', 'asked-often'] as const;

/** What is said here is the same for every name, whether or not anybody has it. */
export default async function ForgottenPasswordPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const [{ said, problem }, t] = await Promise.all([searchParams, getTranslations('accounts.forgotten')]);
  return (
    <Shell locale={locale} route="forgottenPassword">
      <div className="wrap section max-w-[34rem]">
        <h1 className="mb-3">{t('title')}</h1>
        {said === 'asked' ? (
          <div role="status">
            <p className="mb-4 font-semibold text-rubber">{t('asked')}</p>
            <p className="mb-4">{t('askedThen')}</p>
          </div>
        ) : (
          <p className="mb-6">{t('lead')}</p>
        )}
        <ForgottenForm language={locale} problem={problems.find((each) => each === problem) ?? null} />
        <h2 className="mt-10 mb-2">{t('withoutMail')}</h2>
        <p>{t('withoutMailLead')}</p>
      </div>
    </Shell>
  );
}
