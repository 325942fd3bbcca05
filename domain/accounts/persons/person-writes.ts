import type { AuditDraft } from '@/domain/audit-draft';
import type { Transaction } from '@/prisma/transaction';

export type PersonToAttach = { id: string; unitId: string };

/** A record as it stands, locked until the end of the change; null once it is merged or erased. */
export async function lockStandingPerson(tx: Transaction, personId: string): Promise<PersonToAttach | null> {
  const [person] = await tx.$queryRaw<PersonToAttach[]>`
    SELECT id::text AS id, keeper_unit_id::text AS "unitId" FROM person
    WHERE id = ${personId}::uuid AND merged_into_id IS NULL AND erased_on IS NULL FOR NO KEY UPDATE`;
  return person ?? null;
}

/**
 * The record that an invitation named, as it stands for her today; null when it was erased or another account got it first:
 * her account is opened all the same, and says that no record is named.
 */
export async function takeFreePerson(tx: Transaction, personId: string): Promise<PersonToAttach | null> {
  const [today] = await tx.$queryRaw<{ id: string | null }[]>`SELECT app.record_today(${personId}::uuid)::text AS id`;
  const person = today?.id ? await lockStandingPerson(tx, today.id) : null;
  return person && (await tx.account.count({ where: { personId: person.id } })) === 0 ? person : null;
}

/** What the trail keeps of a record that was attached, and of its correction. */
export const attached = (accountId: string, { id, unitId }: PersonToAttach, was: string | null): AuditDraft => ({
  verb: 'changed',
  action: 'attachPerson',
  subjectType: 'account',
  subjectId: accountId,
  unitId,
  change: { personId: id, was },
});
