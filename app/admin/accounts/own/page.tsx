import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { DigestSwitch } from '@/components/digest/digest-switch';
import { PageHead } from '@/components/layout/page-head';
import { DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import { findOwnAccount } from '@/domain/accounts/own-queries';
import { choosePlace } from '@/domain/overview/place';
import { requireViewer } from '@/server/sign-in/session';
import { chooseDigest } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.own'))('title') };
}

/** Her own account: who she is to the portal, and what it sends her. */
export default async function OwnAccountPage({ searchParams }: PageProps<'/admin/accounts/own'>) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  const [t, role, { email, hasDigest }] = await Promise.all([
    getTranslations('accounts.own'),
    getTranslations('access.roles'),
    findOwnAccount(viewer),
  ]);
  const said = (['on', 'off'] as const).find((each) => each === oneOf(query.said));
  const roles = viewer.grants.map((grant) => t('role', { role: role(grant.role), unit: grant.unitName ?? '' }));
  return (
    <>
      {said && <Notice title={t(said)} />}
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
      <DigestSwitch action={chooseDigest} email={email} isOn={hasDigest} hasPlace={choosePlace(viewer) !== null} />
    </>
  );
}
