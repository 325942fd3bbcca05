import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PasskeyOpener } from '@/components/accounts/second-factors/passkey-opener';
import { passkeyWords } from '@/components/accounts/second-factors/passkey-words';
import { findStepWays } from '@/domain/accounts/second-factors/factor-queries';
import { hrefTo } from '@/i18n/routes';
import { getOwing, getViewer } from '@/server/sign-in/session';
import { ownPath } from '@/server/sign-in/way-back';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('second-factors'))('title'), robots: { index: false } };
}

/** The second step with a passkey: a page of its own, for the pages of readers run no script that asks for one. */
export default async function PasskeyStepPage({ searchParams }: PageProps<'/admin/accounts/passkey-step'>) {
  const [owing, { callbackUrl }] = await Promise.all([getOwing(), searchParams]);
  const to = ownPath(callbackUrl);
  if (!owing && (await getViewer())) redirect(to as never);
  if (!owing) redirect(`${hrefTo('vi', 'signIn')}?callbackUrl=${encodeURIComponent(to)}` as never);
  const [t, ways] = await Promise.all([getTranslations('second-factors'), findStepWays(owing.accountId)]);
  const others = `${hrefTo(owing.locale, 'secondStep')}?callbackUrl=${encodeURIComponent(to)}`;
  return (
    <LivePage>
      <main className="mx-auto max-w-xl px-4 py-12">
        <h1 className="mb-3">{t('title')}</h1>
        <p className="mb-6">{t('step.passkeyLead')}</p>
        <PasskeyOpener
          to={to}
          mayRemember={ways.mayRemember}
          words={{
            open: t('step.passkey'),
            remember: t('step.remember'),
            rememberHint: t('step.rememberHint'),
            unsupported: t('passkeys.unsupported'),
          }}
          troubles={passkeyWords(t, 'open')}
        />
        <p className="mt-6">
          <a href={others}>{t('step.others')}</a>
        </p>
      </main>
    </LivePage>
  );
}
