import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { DemoAccounts } from '@/components/accounts/demo-accounts';
import { LeftBoth, LeftByProvider, ProviderWay } from '@/components/accounts/providers/provider-way';
import { providerProblems, SignInForm, type SignInProblem } from '@/components/accounts/sign-in-form';
import { env } from '@/domain/ground/env';
import type { SignInProvider } from '@/domain/ground/sign-in-provider';
import { firstFormToken, formToken, keptName } from '@/server/sign-in/form';
import { ownPath } from '@/server/sign-in/way-back';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/sign-in'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('accounts.signIn');
  return pageMetadata({ locale, route: 'signIn', title: t('title'), description: t('lead'), index: false });
}

export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { callbackUrl, asked, error, said } = await searchParams;
  const to = ownPath(callbackUrl);
  const provider = env.SIGN_IN_PROVIDER;
  // A form that was sent without the cookie leads here with `asked`: her browser takes none, and a new one would not help.
  const token = (await formToken()) ?? (asked === '1' ? null : firstFormToken());
  const t = await getTranslations('accounts');
  return (
    <Shell locale={locale} route="signIn">
      <div className="wrap section grid gap-10 lg:grid-cols-2 lg:gap-16">
        <div className="max-w-[28rem]">
          <h1 className="mb-3">{t('signIn.title')}</h1>
          <p className="mb-6">{t('signIn.lead')}</p>
          {(said === 'accepted' || said === 'renewed') && (
            <p role="status" className="mb-5 font-semibold text-rubber">
              {t(`said.${said}`)}
            </p>
          )}
          {said === 'step-over' && (
            <p role="status" className="mb-5 font-semibold">
              {(await getTranslations('second-factors.step'))('over')}
            </p>
          )}
          {provider && said === 'left' && <LeftByProvider name={provider.name} language={locale} />}
          {provider && said === 'left-provider' && <LeftBoth name={provider.name} />}
          {token ? (
            <>
              <SignInForm
                token={token}
                callbackUrl={to}
                language={locale}
                name={await keptName()}
                problem={problemOf(error, provider)}
              />
              {provider && <ProviderWay name={provider.name} callbackUrl={to} language={locale} />}
            </>
          ) : (
            <p role="alert" className="problem-box">
              {t('signIn.cookies')}
            </p>
          )}
        </div>
        {env.DEMO === 'on' && <DemoAccounts password={env.DEMO_PASSWORD ?? null} />}
      </div>
    </Shell>
  );
}

function problemOf(error: string | string[] | undefined, provider: SignInProvider | null): SignInProblem | null {
  if (!error) return null;
  const why = providerProblems.find((each) => `provider-${each}` === error);
  if (provider && why) return { why: 'provider', problem: why, name: provider.name };
  if (error === 'CredentialsSignin') return { why: 'wrong' };
  const seconds = /^throttled-(\d{1,6})$/.exec(String(error))?.[1];
  return seconds ? { why: 'throttled', seconds: Number(seconds) } : { why: 'failed' };
}
