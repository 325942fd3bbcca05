import type { Transaction } from '@/prisma/transaction';
import type { WalkIn } from '../delivery';

/** A woman at the door as she comes in: `id` is of whoever wrote her down, and the same when she is told of again. */
export type Arrival = {
  id: string;
  sessionId: string;
  deviceId: string;
  walkIn: Pick<WalkIn, 'name' | 'phone'>;
  unitId: string | null;
  /** false: she holds no place before somebody decides on it */
  counts: boolean;
};

/**
 * Writes a woman at the door down, under the lock of the session. Answers with her enrolment: the one of her number
 * or this id, also after it was merged into another, else a new one.
 */
export async function enrolWalkIn(tx: Transaction, arrival: Arrival): Promise<string> {
  const { id, sessionId, deviceId, walkIn, unitId, counts } = arrival;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT app.enrol_walk_in(${sessionId}::uuid, ${id}::uuid, ${deviceId}::uuid, ${walkIn.name}, ${walkIn.phone ?? null},
      ${unitId}::uuid, ${counts}) AS id`;
  const { mergedIntoId } = await tx.enrolment.findUniqueOrThrow({
    where: { id: row?.id ?? id },
    select: { mergedIntoId: true },
  });
  return mergedIntoId ?? row?.id ?? id;
}
