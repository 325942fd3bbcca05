import { isWithin } from '@/domain/access/access';
import type { Transaction } from '@/prisma/transaction';
import { type Plan, placeOf } from '../plan';

/** A call as it stands once nobody else is about to answer or withdraw it; null when there is none. */
export async function lockCall(tx: Transaction, callId: string) {
  // two statements: the second sees what those have written who were waited for in the first
  await tx.$queryRaw`SELECT id::text FROM trainer_call WHERE id = ${callId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<{ path: string; version: number; open: boolean }[]>`
    SELECT p.path, c.version, c.withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM session s WHERE s.call_id = c.id
      AND s.state IN ('proposed', 'approved', 'held')) AS open
    FROM trainer_call c JOIN app.unit_place p ON p.unit_id = c.unit_id WHERE c.id = ${callId}::uuid`;
  return row ?? null;
}

/** Takes a call in the transaction that proposes the session: true when it is still open and of the same commune. */
export async function takeCall(tx: Transaction, callId: string, { unitPath }: Plan): Promise<boolean> {
  const call = await lockCall(tx, callId);
  return call?.open === true && isWithin(call.path, placeOf(unitPath));
}
