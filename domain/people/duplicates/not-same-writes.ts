import type { Transaction } from '@/prisma/transaction';

/** Keeps "these two are not the same" with digests of what was compared: it holds until one of them changes. */
export async function rememberNotSame(
  tx: Transaction,
  accountId: string,
  oneId: string,
  otherId: string,
): Promise<void> {
  const [a = oneId, b = otherId] = [oneId, otherId].sort();
  await tx.$executeRaw`
    INSERT INTO not_same (person_a_id, person_b_id, digest_a, digest_b, decided_by_id)
    SELECT a.id, b.id, app.likeness_digest(a), app.likeness_digest(b), ${accountId}::uuid
    FROM person a, person b WHERE a.id = ${a}::uuid AND b.id = ${b}::uuid
    ON CONFLICT (person_a_id, person_b_id) DO UPDATE SET digest_a = excluded.digest_a, digest_b = excluded.digest_b,
      decided_at = now(), decided_by_id = excluded.decided_by_id`;
}
