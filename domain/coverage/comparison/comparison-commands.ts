import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { daysToCompare } from './comparison';

const COMMUNES_AT_ONCE = 200;

/**
 * Compares what is kept of coverage with its source rows, commune by commune, mends what differs and writes it down.
 * Says how many units and counts differed; tells each mended commune to `mended`. Twice is once.
 */
export async function compareCoverage(
  mayGoOn: () => Promise<boolean> = async () => true,
  mended: () => void = () => {},
): Promise<number> {
  const days = daysToCompare(today());
  let found = 0;
  let miscounted = false;
  for (let ids = await communesAfter(null); ids.length > 0; ids = await communesAfter(ids.at(-1) ?? null)) {
    for (const id of ids) {
      if (!(await mayGoOn())) return found;
      const { units, counts } = await compareOne(id, days);
      found += units + counts;
      miscounted ||= counts > 0;
      if (units + counts > 0) mended();
    }
  }
  if (miscounted) await db.$executeRaw`SELECT app.repair_counts()`;
  return found;
}

async function communesAfter(id: string | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM unit WHERE level = 'commune' AND (${id}::uuid IS NULL OR id > ${id}::uuid) ORDER BY id LIMIT ${COMMUNES_AT_ONCE}`;
  return rows.map((row) => row.id);
}

async function compareOne(communeId: string, days: string[]) {
  const [row] = await db.$queryRaw<{ units: number; counts: number }[]>`
    SELECT units, counts FROM app.compare_coverage(${communeId}::uuid, ${days}::date[])`;
  return row ?? { units: 0, counts: 0 };
}

/** Somebody has seen what the comparisons found until now: the alarm ends, and the trail says who ended it. */
export async function seeDifferences(viewer: Viewer): Promise<Result<{ seen: number }, 'not-found'>> {
  if (!mayAnywhere(viewer, 'jobs.run')) return problem('not-found');
  return transaction(async (tx) => {
    const data = { seenAt: new Date(), seenById: viewer.accountId };
    const { count } = await tx.coverageDifference.updateMany({ where: { seenAt: null }, data });
    if (count > 0)
      await record(tx, viewer, {
        verb: 'changed',
        action: 'seeDifferences',
        subjectType: 'job',
        change: { name: 'coverage', count },
      });
    return ok({ seen: count });
  });
}
