import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { InvitationForm } from '@/components/accounts/invitations/invitation-form';
import { NobodyFound, PersonField, PersonSearch } from '@/components/accounts/person-choice';
import { RoleFields } from '@/components/accounts/role-fields';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { HiddenField, TextField } from '@/components/ui/forms/form';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { mayAnywhere } from '@/domain/access/access';
import { rolesToGive } from '@/domain/accounts/account';
import { locales } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { seekPeople } from '../../people/sought';
import { inviteAccount } from '../actions';
import { askForUnitOfRole } from '../unit-of-role';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'accounts.invite')) notFound();
  return { title: (await getTranslations('accounts.invitation'))('title') };
}

export default async function InvitePage({ searchParams }: PageProps<'/admin/accounts/new'>) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  if (!mayAnywhere(viewer, 'accounts.invite')) notFound();
  const [t, person, { question, unit, id }, sought] = await Promise.all([
    getTranslations('accounts.invitation'),
    getTranslations('accounts.person'),
    askForUnitOfRole(viewer, 'accounts.invite', query.unit),
    mayAnywhere(viewer, 'people.see') ? seekPeople(viewer, oneOf(query.q)) : null,
  ]);
  // named by its id and not hers to invite for is no more than one that is not there
  if (id && !unit) notFound();
  return (
    <LivePage>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="mt-8 max-w-xl">
        <section className="mb-10">
          <h2 className="mb-2">{person('title')}</h2>
          <p className="mb-4">{person(sought ? 'inviteLead' : 'inviteLater')}</p>
          {sought && <PersonSearch action="/admin/accounts/new" q={sought.q} unitId={id} />}
          {sought && <NobodyFound sought={sought} />}
        </section>
        <Words of={['accounts.invitation', 'messages.copying']}>
          <InvitationForm action={inviteAccount}>
            {sought && sought.people.length > 0 ? (
              <PersonField sought={sought} orNobody />
            ) : (
              <HiddenField name="personId" value="" />
            )}
            <TextField name="contact" label={t('contact')} hint={t('contactHint')} autoComplete="off" />
            <RoleFields
              roles={rolesToGive(viewer)}
              place={question}
              role={id && unit?.level === 'commune' ? 'commune_official' : undefined}
            />
            <SelectField
              name="locale"
              label={t('language')}
              options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
              defaultValue="vi"
            />
            <SubmitButton>{t('send')}</SubmitButton>
          </InvitationForm>
        </Words>
      </div>
    </LivePage>
  );
}
