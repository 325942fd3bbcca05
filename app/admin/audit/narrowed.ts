import { compareWords } from '@/domain/order';
import 'server-only';
import { getMessages } from 'next-intl/server';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Viewer } from '@/domain/access/viewer';
import { findAccount, listAccounts } from '@/domain/accounts/queries';
import { actionsOf } from '@/domain/audit/action-groups';
import type { AuditFilter } from '@/domain/audit/audit';
import { listPeople } from '@/domain/people/list-queries';
import { findPerson } from '@/domain/people/record-queries';
import { searchKey } from '@/domain/texts/clean-text';
import { findUnit } from '@/domain/units/queries';
import { askForUnit } from '../units/question';
import type { AskedAudit } from './asked';

type Fit = { id: string; name: string; detail: string };
type Named = { id: string; name: string };

/**
 * The filters as they are understood: persons and accounts behind words of a name, and actions behind words of
 * theirs.
 */
export type Narrowed = {
  person: Named | null;
  account: Named | null;
  unit: Named | null;
  place: UnitQuestion;
  /** words that fit nobody, or several */
  sought: { words: string; key: 'person' | 'account'; fits: Fit[] }[];
  /** what actions are called */
  works: string[];
  /** null: nothing can answer it, until it is said who is meant */
  filter: AuditFilter | null;
};

/** Reads what the page is asked for. Whom or what the viewer may not know is nobody. */
export async function narrow(viewer: Viewer, asked: AskedAudit): Promise<Narrowed> {
  const [person, account, byId, place, labels] = await Promise.all([
    asked.person ? findPerson(viewer, asked.person) : null,
    asked.account ? findAccount(viewer, asked.account) : null,
    asked.unit ? findUnit(viewer, asked.unit) : null,
    askForUnit(viewer, { permission: 'units.see', levels: ['commune', 'sub_association', 'group'] }, asked.unit),
    actionLabels(),
  ]);
  const [people, accounts] = await Promise.all([
    !person && asked.who ? peopleCalled(viewer, asked.who) : null,
    !account && asked.by ? accountsCalled(viewer, asked.by) : null,
  ]);
  const unit = byId ?? (asked.unit ? place.unit : null);
  const her = person ?? only(people);
  const his = account && { id: account.id, name: account.displayName };
  const by = his ?? only(accounts);
  const sought = [
    ...(people && !her ? [{ words: asked.who ?? '', key: 'person' as const, fits: people }] : []),
    ...(accounts && !by ? [{ words: asked.by ?? '', key: 'account' as const, fits: accounts }] : []),
  ];
  const lost = (asked.person && !her) || (asked.account && !by) || (asked.unit && !unit);
  const { kind, from, to } = asked;
  const actions = actionsAsked(asked, labels);
  return {
    person: her && { id: her.id, name: her.name },
    account: by && { id: by.id, name: by.name },
    unit,
    place: place.question,
    sought,
    works: [...new Set(Object.values(labels))].sort((one, other) => compareWords(one, other, viewer.locale)),
    filter:
      lost || sought.length > 0
        ? null
        : { personId: her?.id, accountId: by?.id, unitId: unit?.id, kind, actions, from, to },
  };
}

const only = (fits: Fit[] | null): Fit | null => (fits?.length === 1 ? (fits[0] ?? null) : null);

async function actionLabels(): Promise<Record<string, string>> {
  const messages = await getMessages();
  return (messages.audit as { actions: Record<string, string> }).actions;
}

/** Actions of the group asked for whose names have the words asked for; undefined where nothing of the kind is asked. */
function actionsAsked({ group, work }: AskedAudit, labels: Record<string, string>): string[] | undefined {
  if (!group && !work) return undefined;
  const wanted = searchKey(work ?? '');
  return (group ? actionsOf(group) : Object.keys(labels)).filter((action) =>
    searchKey(labels[action] ?? '').includes(wanted),
  );
}

async function peopleCalled(viewer: Viewer, words: string): Promise<Fit[]> {
  const { people } = await listPeople(viewer, { q: words });
  return people.map(({ id, name, birthYear, unitName }) => ({
    id,
    name,
    detail: [birthYear, unitName].filter(Boolean).join(' · '),
  }));
}

async function accountsCalled(viewer: Viewer, words: string): Promise<Fit[]> {
  const { accounts } = await listAccounts(viewer, { q: words });
  return accounts.map(({ id, displayName, contact }) => ({ id, name: displayName, detail: contact }));
}
