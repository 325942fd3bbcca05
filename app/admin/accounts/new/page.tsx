import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InvitationForm } from '@/components/accounts/invitation-form';
import { RoleFields } from '@/components/accounts/role-fields';
import { PageHead } from '@/components/layout/page-head';
import { TextField } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { mayAnywhere } from '@/domain/access/access';
import { rolesToGive } from '@/domain/accounts/account';
import { requireViewer } from '@/server/session';
import { inviteAccount } from '../actions';
import { askForUnitOfRole } from '../unit-of-role';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'accounts.invite')) notFound();
  return { title: (await getTranslations('accounts.invitation'))('title') };
}

export default async function InvitePage() {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'accounts.invite')) notFound();
  const [t, place] = await Promise.all([
    getTranslations('accounts.invitation'),
    askForUnitOfRole(viewer, 'accounts.invite'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="mt-8 max-w-xl">
        <InvitationForm action={inviteAccount}>
          <TextField name="contact" label={t('contact')} autoComplete="off" />
          <RoleFields roles={rolesToGive(viewer)} place={place} />
          <SubmitButton>{t('send')}</SubmitButton>
        </InvitationForm>
      </div>
    </>
  );
}
