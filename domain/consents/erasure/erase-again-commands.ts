import { record } from '@/domain/audit-writes';
import { db, transaction } from '@/prisma/client';
import { eraseRows } from './erase-writes';
import { lockRecords } from './lock-writes';

/** What came of erasing again: how many persons, and the ids of those whose records refused it. */
export type ErasedAgain = { erased: number; refused: string[] };

const AT_ONCE = 500;

/**
 * After a restore: erases again, by the ids kept outside the database, whoever was erased later than what came back. Nobody is asked: what she
 * held is still held, by a record without a name. Twice is once.
 */
export async function eraseAgain(personIds: readonly string[]): Promise<ErasedAgain> {
  const refused: string[] = [];
  let erased = 0;
  for (let from = 0; from < personIds.length; from += AT_ONCE) {
    const back = await db.person.findMany({
      where: { id: { in: personIds.slice(from, from + AT_ONCE) }, erasedOn: null },
      select: { id: true },
      take: AT_ONCE,
    });
    for (const { id } of back) {
      const done = await eraseOne(id).catch(() => false);
      if (done) erased += 1;
      else refused.push(id);
    }
  }
  return { erased, refused };
}

const eraseOne = (personId: string): Promise<boolean> =>
  transaction(async (tx) => {
    const records = await lockRecords(tx, personId);
    const ids = records.map(({ id }) => id);
    await eraseRows(tx, ids, {
      names: records.flatMap(({ name }) => name ?? []),
      prints: records.flatMap(({ print }) => print ?? []),
    });
    await tx.erasure.create({ data: { personId, askedAt: new Date() }, select: { id: true } });
    const unitId = records.find(({ id }) => id === personId)?.keeperUnitId ?? null;
    await record(tx, null, {
      verb: 'ended',
      action: 'eraseAgain',
      subjectType: 'person',
      subjectId: personId,
      unitId,
      change: { records: ids.length },
    });
    return true;
  });
