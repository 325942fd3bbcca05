import { db, transaction } from '@/prisma/client';
import { targetOf } from './link';
import { noteTargets } from './link-writes';
import { handedOutSql } from './material-queries';

const MATERIALS_AT_ONCE = 200;

type Found = { id: string; url: string };

/** Notes where materials of courses lead to, some at a time, and says how many addresses that were. A course that is retired hands out nothing. */
export async function collectMaterials(mayGoOn: () => Promise<boolean>, own: string): Promise<number> {
  await db.$executeRaw`UPDATE course_material m SET link_id = NULL WHERE m.link_id IS NOT NULL AND NOT ${handedOutSql}`;
  let noted = 0;
  for (let after: string | null = null; ; ) {
    const found: Found[] = await db.$queryRaw<Found[]>`
      SELECT m.id::text, m.url FROM course_material m WHERE m.url IS NOT NULL AND (${after}::uuid IS NULL OR m.id > ${after}::uuid) AND ${handedOutSql}
      ORDER BY m.id LIMIT ${MATERIALS_AT_ONCE}::int`;
    if (found.length === 0) return noted;
    noted += await note(found, own);
    after = found.at(-1)?.id ?? null;
    if (!(await mayGoOn())) return noted;
  }
}

const note = (found: readonly Found[], own: string) =>
  transaction(async (tx) => {
    const leads = found.flatMap(({ id, url }) => {
      const target = targetOf(url, own);
      return target ? [{ id, ...target }] : [];
    });
    const noted = await noteTargets(tx, leads);
    await tx.$executeRaw`UPDATE course_material m SET link_id = l.id
      FROM jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) AS x(id uuid, address text) JOIN link l ON l.address = x.address WHERE m.id = x.id AND m.link_id IS DISTINCT FROM l.id`;
    return noted;
  });
