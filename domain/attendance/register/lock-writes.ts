import type { Transaction } from '@/prisma/transaction';

/**
 * Locks registers for one writer, before a mark or settlement gets its place in the order of arrival. So a settlement
 * never passes over a mark on its way that nobody had seen.
 */
export async function lockEnrolments(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM enrolment WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** The account's own paper or desk, made when it is first needed, and locked: answers with its id and its next sequence. */
export async function takeDesk(
  tx: Transaction,
  accountId: string,
  kind: 'paper' | 'desk',
): Promise<{ deviceId: string; next: bigint }> {
  await tx.device.createMany({ data: [{ accountId, kind }], skipDuplicates: true });
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM device WHERE account_id = ${accountId}::uuid AND kind = ${kind}::device_kind FOR NO KEY UPDATE`;
  const deviceId = row?.id ?? '';
  const last = await tx.attendanceEvent.findFirst({
    where: { deviceId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true },
  });
  return { deviceId, next: (last?.sequence ?? 0n) + 1n };
}
