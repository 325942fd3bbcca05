import { oneOf } from '@/app/address';
import { type ActionGroup, actionGroups } from '@/domain/audit/action-groups';
import { type AuditKind, auditKinds } from '@/domain/audit/audit';
import type { Day } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { lastOf } from '../units/question';

/** The filters of the trail; `who` and `by` are words of a name, by which a woman or an account is sought. */
export type AskedAudit = {
  person?: string | undefined;
  who?: string | undefined;
  account?: string | undefined;
  by?: string | undefined;
  unit?: string | undefined;
  kind?: AuditKind | undefined;
  group?: ActionGroup | undefined;
  work?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
};

export const auditPath = '/admin/audit';
export const kinds = Object.keys(auditKinds) as AuditKind[];

const WORDS_MAX = 100;
const words = (value: string | string[] | undefined) => oneOf(value)?.slice(0, WORDS_MAX);
const day = (value: string | string[] | undefined) => {
  const read = readDay(oneOf(value) ?? '');
  return read.ok ? read.value : undefined;
};

/** The filters of an address; a value that it should not hold is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): AskedAudit => ({
  person: oneOf(query.person),
  who: words(query.who),
  account: oneOf(query.account),
  by: words(query.by),
  unit: lastOf(query.unit),
  kind: kinds.find((each) => each === oneOf(query.kind)),
  group: actionGroups.find((each) => each === oneOf(query.group)),
  work: words(query.work),
  from: day(query.from),
  to: day(query.to),
});

/** The address of the trail that answers this. */
export function addressOf(asked: AskedAudit & { after?: string }): string {
  const entries = Object.entries(asked).filter(([, value]) => value);
  return entries.length ? `${auditPath}?${new URLSearchParams(entries as [string, string][])}` : auditPath;
}
