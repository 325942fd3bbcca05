import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { AcceptForm } from '@/components/accounts/invitations/accept-form';
import { Notice } from '@/components/ui/notice';
import { findPublishedInvitation } from '@/domain/accounts/queries';
import { tokenHash } from '@/domain/accounts/token';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('accounts.invitation'))('acceptTitle'),
    robots: { index: false },
    referrer: 'same-origin',
  };
}

/** The door of an invited person; she has no account yet, so nobody is signed in here. */
export default async function InvitationPage({ params, searchParams }: PageProps<'/admin/invitation/[token]'>) {
  const [{ token }, { problem, name }] = await Promise.all([params, searchParams]);
  const [t, role, invitation] = await Promise.all([
    getTranslations('accounts'),
    getTranslations('access.roles'),
    findPublishedInvitation(tokenHash(token)),
  ]);
  return (
    <LivePage>
      <main className="mx-auto max-w-xl px-4 py-12">
        <h1 className="mb-3">{t('invitation.acceptTitle')}</h1>
        {invitation ? (
          <>
            <p className="mb-6">
              {t('invitation.acceptLead', { role: role(invitation.role), unit: invitation.unitName })}
            </p>
            <AcceptForm
              token={token}
              name={typeof name === 'string' ? name : ''}
              problem={typeof problem === 'string' ? problem : null}
            />
          </>
        ) : (
          <Notice tone="problem" title={t('invitation.over')} />
        )}
      </main>
    </LivePage>
  );
}
