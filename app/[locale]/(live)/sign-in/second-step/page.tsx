import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { StepForms } from '@/components/accounts/second-factors/step-forms';
import { SignOutForm } from '@/components/accounts/sign-out-form';
import { Button } from '@/components/ui/button';
import { findStepWays } from '@/domain/accounts/second-factors/factor-queries';
import { hrefTo } from '@/i18n/routes';
import { firstFormToken, formToken } from '@/server/sign-in/form';
import { getOwing, getViewer, pageAfterLeaving } from '@/server/sign-in/session';
import { ownPath } from '@/server/sign-in/way-back';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/sign-in/second-step'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('second-factors');
  return pageMetadata({
    locale,
    route: 'secondStep',
    title: t('title'),
    description: t('step.lead'),
    index: false,
  });
}

/** After the right password: what her session owes before it opens anything. Whoever owes nothing is led on, or to sign in. */
export default async function SecondStepPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { callbackUrl, problem, remember } = await searchParams;
  const to = ownPath(callbackUrl);
  const owing = await getOwing();
  // she made the step in another tab
  if (!owing && (await getViewer())) redirect(to as never);
  if (!owing) redirect(`${hrefTo(locale, 'signIn')}?callbackUrl=${encodeURIComponent(to)}` as never);
  const [t, ways] = await Promise.all([getTranslations('second-factors'), findStepWays(owing.accountId)]);
  return (
    <Shell locale={locale} route="secondStep">
      <div className="wrap section">
        <div className="max-w-[30rem]">
          <h1 className="mb-3">{t('title')}</h1>
          <p className="mb-6">{t(owing.byProvider ? 'step.leadByProvider' : 'step.lead')}</p>
          <StepForms
            callbackUrl={to}
            language={locale}
            problem={oneOf(problem) ?? null}
            ways={ways}
            remember={remember === 'on'}
          />
          <div className="mt-6">
            <SignOutForm
              token={(await formToken()) ?? firstFormToken() ?? ''}
              to={await pageAfterLeaving(hrefTo(locale, 'signIn'), locale)}
              button={
                <Button type="submit" variant="text">
                  {t('step.other')}
                </Button>
              }
            />
          </div>
        </div>
      </div>
    </Shell>
  );
}
