import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InvitationForm } from '@/components/accounts/invitation-form';
import { RoleFields } from '@/components/accounts/role-fields';
import { PageHead } from '@/components/layout/page-head';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { TextField } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { mayAnywhere } from '@/domain/access/access';
import { rolesToGive } from '@/domain/accounts/account';
import { requireViewer } from '@/server/session';
import { inviteAccount } from '../actions';
import { unitChoices } from '../unit-choices';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'accounts.invite')) notFound();
  return { title: (await getTranslations('accounts.invitation'))('title') };
}

export default async function InvitePage({ searchParams }: PageProps<'/admin/accounts/new'>) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'accounts.invite')) notFound();
  const { commune } = await searchParams;
  const asked = typeof commune === 'string' ? commune : undefined;
  const [t, { communes, units }] = await Promise.all([
    getTranslations('accounts.invitation'),
    unitChoices(viewer, 'accounts.invite', asked),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <FilterBar action="/admin/accounts/new" label={t('narrow')}>
        <FilterSelect
          name="commune"
          label={t('narrow')}
          value={asked}
          options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterBar>
      <div className="mt-8 max-w-xl">
        <InvitationForm action={inviteAccount}>
          <TextField name="contact" label={t('contact')} autoComplete="off" />
          <RoleFields roles={rolesToGive(viewer)} units={units} />
          <SubmitButton>{t('send')}</SubmitButton>
        </InvitationForm>
      </div>
    </>
  );
}
