import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AccountPersonPart } from '@/components/accounts/account-person';
import { CloseAccount } from '@/components/accounts/close-account';
import { GrantForm } from '@/components/accounts/grant-form';
import { GrantList } from '@/components/accounts/grant-list';
import { ResetLink } from '@/components/accounts/passwords/reset-link';
import { SessionList } from '@/components/accounts/session-list';
import { PageHead } from '@/components/layout/page-head';
import { Words } from '@/components/layout/words';
import { AskedOfSecond } from '@/components/second-pairs/asked-of-second';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { rolesToGive } from '@/domain/accounts/account';
import { findAccountPerson } from '@/domain/accounts/persons/person-queries';
import { type AccountRow, findAccount } from '@/domain/accounts/queries';
import type { OpenSession } from '@/domain/accounts/sessions/open-session';
import { listSessionsOfAccount } from '@/domain/accounts/sessions/open-session-queries';
import { limitOf } from '@/domain/accounts/sessions/session-limit';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { requireViewer } from '@/server/sign-in/session';
import { seekPeople } from '../../people/sought';
import {
  attachPerson,
  detachPerson,
  disableAccount,
  endSessionsOfAccount,
  grantRole,
  makeResetLink,
  reopenAccount,
  revokeRole,
} from '../actions';
import { askForUnitOfRole } from '../unit-of-role';
import { FactorReset } from './factor-reset';
import { ProviderEnd } from './provider-end';
import { deedTold } from './told';

type Props = PageProps<'/admin/accounts/[accountId]'>;

const load = cache(async (accountId: string) => (await findAccount(await requireViewer(), accountId)) ?? notFound());

export async function generateMetadata(props: Props): Promise<Metadata> {
  const account = await load((await props.params).accountId);
  return { title: (await getTranslations('accounts'))('record.title', { name: account.displayName }) };
}

export default async function AccountPage(props: Props) {
  const [viewer, account, { said, q }, t] = await Promise.all([
    requireViewer(),
    load((await props.params).accountId),
    props.searchParams,
    getTranslations('accounts'),
  ]);
  const isOwn = account.id === viewer.accountId;
  const [{ question: place }, person, sessions] = await Promise.all([
    askForUnitOfRole(viewer, 'accounts.grant'),
    findAccountPerson(viewer, account.id),
    account.mayEndSessions && !isOwn ? listSessionsOfAccount(viewer, account.id) : null,
  ]);
  const mayAttach = account.mayVouch && mayAnywhere(viewer, 'people.see');
  const who = person.kind === 'seen' ? person : undefined;
  const done = deedTold(said, account);
  const teaches =
    !account.disabled && account.grants.some(({ role, to }) => role === 'trainer' && (to === null || to > today()));
  return (
    <LivePage>
      <PageHead title={account.displayName} lead={account.contact} />
      {done && <Notice title={t(`said.${done}`)} />}
      {account.disabled && done !== 'disabled' && <Notice tone="information" title={t('record.closed')} />}
      {said === 'asked' && <AskedOfSecond />}
      {said === 'attached' && who && (
        <Notice title={t('said.attached', { name: who.name })}>{t('person.toTeach', { count: who.toTeach })}</Notice>
      )}
      <GrantList grants={account.grants} locale={viewer.locale} action={revokeRole} />
      <AccountPersonPart
        account={{ id: account.id, disabled: account.disabled, teaches }}
        person={person}
        sought={mayAttach ? await seekPeople(viewer, oneOf(q), who?.id) : null}
        attach={attachPerson}
        detach={detachPerson}
      />
      {!account.disabled && mayAnywhere(viewer, 'accounts.grant') && (
        <section className="mt-12 max-w-xl">
          <h2 className="mb-4">{t('record.grant')}</h2>
          <GrantForm accountId={account.id} roles={rolesToGive(viewer)} place={place} action={grantRole} />
        </section>
      )}
      <FactorReset accountId={account.id} said={oneOf(said)} />
      <ProviderEnd accountId={account.id} isOwn={isOwn} said={oneOf(said)} />
      <Entry viewer={viewer} account={account} sessions={sessions} />
      {!isOwn && <Closing account={account} />}
    </LivePage>
  );
}

/** One account ends here, or is opened again by whoever could give what it holds. */
function Closing({ account: { id, disabled, erased, mayVouch } }: { account: AccountRow }) {
  if (disabled && (erased || !mayVouch)) return null;
  return <CloseAccount accountId={id} disabled={disabled} action={disabled ? reopenAccount : disableAccount} />;
}

type EntryProps = { viewer: Viewer; account: AccountRow; sessions: OpenSession[] | null };

/** Where she is signed in, and how she gets in again: for whoever may take or give what the account holds. */
function Entry({ viewer, account, sessions }: EntryProps) {
  const isOwn = account.id === viewer.accountId;
  return (
    <>
      {sessions && (
        <SessionList
          sessions={sessions}
          limit={limitOf(account.grants.filter(({ active }) => active).map(({ role }) => role))}
          locale={viewer.locale}
          accountId={account.id}
          provider={env.SIGN_IN_PROVIDER?.name}
          endOne={endSessionsOfAccount}
          endAll={endSessionsOfAccount}
        />
      )}
      {!account.disabled && !account.hasMail && account.mayVouch && !isOwn && (
        <Words of={['accounts.invitation', 'messages.copying']}>
          <ResetLink accountId={account.id} action={makeResetLink} />
        </Words>
      )}
    </>
  );
}
