import type { AuditDraft } from '@/domain/audit-draft';
import type { Transaction } from '@/prisma/transaction';

export type PersonToTie = { id: string; unitId: string };

/** A record as it stands, locked until the end of the change; null once it is merged or erased. */
export async function lockStandingPerson(tx: Transaction, personId: string): Promise<PersonToTie | null> {
  const [person] = await tx.$queryRaw<PersonToTie[]>`
    SELECT id::text AS id, keeper_unit_id::text AS "unitId" FROM person
    WHERE id = ${personId}::uuid AND merged_into_id IS NULL AND erased_on IS NULL FOR NO KEY UPDATE`;
  return person ?? null;
}

/**
 * The record that an invitation named, as it stands for her today; null when it was erased or another account got it first:
 * her account is opened all the same, and says that no record is named.
 */
export async function takeFreePerson(tx: Transaction, personId: string): Promise<PersonToTie | null> {
  const [today] = await tx.$queryRaw<{ id: string | null }[]>`SELECT app.record_today(${personId}::uuid)::text AS id`;
  const person = today?.id ? await lockStandingPerson(tx, today.id) : null;
  return person && (await tx.account.count({ where: { personId: person.id } })) === 0 ? person : null;
}

/** What the trail keeps of a tie, and of its correction. */
export const tied = (accountId: string, { id, unitId }: PersonToTie, was: string | null): AuditDraft => ({
  verb: 'changed',
  action: 'tieToPerson',
  subjectType: 'account',
  subjectId: accountId,
  unitId,
  change: { personId: id, was },
});
