import type { Transaction } from '@/prisma/transaction';

type Ids = readonly string[];

/** What two were asked about her keeps its hash, and neither her address nor words about her. */
const eraseRequests = (tx: Transaction, ids: Ids) => tx.$executeRaw`
  UPDATE second_pair SET payload = CASE action WHEN 'erasePerson' THEN payload ELSE payload - 'address' - 'reason' END, reason = NULL
  WHERE payload->>'personId' = ANY (${ids}::text[])
    OR payload->>'accountId' IN (SELECT a.id::text FROM account a WHERE a.person_id = ANY (${ids}::uuid[]))
    OR payload->>'address' IN (SELECT unnest(ARRAY[a.email, a.phone]) FROM account a WHERE a.person_id = ANY (${ids}::uuid[])
      UNION SELECT i.address FROM invitation i WHERE i.person_id = ANY (${ids}::uuid[]))`;

/** The account is closed for good, an invitation opens nothing more, and the trail's lines by it name nobody. */
export async function eraseAccount(tx: Transaction, ids: Ids): Promise<void> {
  await eraseRequests(tx, ids);
  await tx.$executeRaw`
    UPDATE invitation SET address = 'erased', expires_at = least(expires_at, now()),
      ended_at = CASE WHEN accepted_at IS NULL THEN coalesce(ended_at, now()) ELSE ended_at END
    WHERE person_id = ANY (${ids}::uuid[])`;
  const accounts = await tx.account.findMany({
    where: { personId: { in: [...ids] } },
    select: { id: true },
    take: ids.length,
  });
  for (const { id } of accounts) {
    await tx.$executeRaw`UPDATE invitation SET address = 'erased' WHERE accepted_by_id = ${id}::uuid`;
    await tx.accountSession.deleteMany({ where: { accountId: id } });
    await tx.recoveryCode.deleteMany({ where: { accountId: id } });
    await tx.secondFactor.deleteMany({ where: { accountId: id } });
    await tx.passwordReset.deleteMany({ where: { accountId: id } });
    await tx.rememberedDevice.deleteMany({ where: { accountId: id } });
    await tx.providerTie.deleteMany({ where: { accountId: id } });
    const email = `erased-${id}@erased.invalid`;
    await tx.$executeRaw`
      UPDATE account SET display_name = '—', email = ${email}, phone = NULL, password_hash = NULL, disabled_at = coalesce(disabled_at, now())
      WHERE id = ${id}::uuid`;
  }
}
