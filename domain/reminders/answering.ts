import type { OfficeTitle } from '@/domain/people/person';
import type { MaskedPhone } from '@/domain/people/phones/phone';

/** Somebody who answers for a unit: its head or deputy, or of a commune its official. */
export type Answering = {
  unitId: string;
  /** null where her account is attached to no record */
  personId: string | null;
  /** null where she has no account with which she could mend it */
  accountId: string | null;
  name: string;
  /** null of somebody who has the right and holds no office */
  title: OfficeTitle | null;
  phone: MaskedPhone | null;
  demo: boolean;
};

/**
 * Those who answer for a unit: of the first of these units that has anybody, and where none of them can mend it in the portal, who can
 * of the next one.
 */
export function answeringFor(all: readonly Answering[], unitIds: readonly string[]): Answering[] {
  let found: Answering[] = [];
  for (const id of unitIds) {
    const here = all.filter(({ unitId }) => unitId === id);
    found = [...found, ...(found.length === 0 ? here : here.filter(({ accountId }) => accountId))];
    if (found.some(({ accountId }) => accountId)) return found;
  }
  return found;
}
