import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { OwnPassword } from '@/components/accounts/passwords/own-password';
import { SecondFactorSummary } from '@/components/accounts/second-factors/second-factor-summary';
import { SessionList } from '@/components/accounts/session-list';
import { DigestSwitch } from '@/components/digest/digest-switch';
import { PageHead } from '@/components/layout/page-head';
import { DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import { findOwnAccount } from '@/domain/accounts/own-queries';
import { findOwnFactors } from '@/domain/accounts/second-factors/factor-queries';
import { listOwnSessions } from '@/domain/accounts/sessions/open-session-queries';
import { limitOf } from '@/domain/accounts/sessions/session-limit';
import { env } from '@/domain/ground/env';
import { choosePlace } from '@/domain/overview/place';
import { getSessionId, requireViewer } from '@/server/sign-in/session';
import { changePassword, chooseDigest, endOtherSessions, endOwnSession } from './actions';
import { ProviderPanel } from './provider-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.own'))('title') };
}

/** Her own account: who she is to the portal, and what it sends her. */
export default async function OwnAccountPage({ searchParams }: PageProps<'/admin/accounts/own'>) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  const [t, say, role, { email, hasDigest }, sessions, sessionId, factors] = await Promise.all([
    getTranslations('accounts.own'),
    getTranslations('accounts.said'),
    getTranslations('access.roles'),
    findOwnAccount(viewer),
    listOwnSessions(viewer),
    getSessionId(),
    findOwnFactors(viewer),
  ]);
  const said = (['on', 'off'] as const).find((each) => each === oneOf(query.said));
  const done = (['ended', 'endedAll', 'password', 'untiedProvider', 'reopenedProvider'] as const).find(
    (each) => each === oneOf(query.said),
  );
  const roles = viewer.grants.map((grant) => t('role', { role: role(grant.role), unit: grant.unitName ?? '' }));
  return (
    <LivePage>
      {said && <Notice title={t(said)} />}
      {done && <Notice title={say(done)} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="mb-7 max-w-[44em]">
        <DefinitionList
          entries={[
            { term: t('name'), value: viewer.displayName },
            { term: t('email'), value: email ?? t('none') },
            { term: t('roles'), value: roles.join('; ') || t('none') },
          ]}
        />
      </div>
      <SecondFactorSummary factors={factors} />
      <ProviderPanel email={email} />
      <DigestSwitch action={chooseDigest} email={email} isOn={hasDigest} hasPlace={choosePlace(viewer) !== null} />
      <SessionList
        sessions={sessions}
        limit={limitOf(viewer.grants.map((grant) => grant.role))}
        locale={viewer.locale}
        own={sessionId}
        provider={env.SIGN_IN_PROVIDER?.name}
        endOne={endOwnSession}
        endAll={endOtherSessions}
      />
      <OwnPassword action={changePassword} />
    </LivePage>
  );
}
