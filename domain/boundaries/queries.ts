import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import type { BoundariesOnDay, BoundaryEdition, BoundaryFacts, BoundaryTopology } from './boundaries';

const CODES_MAX = 200;
const EDITIONS_MAX = 20;
const STEPS_MAX = 20;

/** The official codes and names of all communes of a day. */
export const listPublishedCodes = (day: Day): Promise<{ code: string; name: string }[]> => db.$queryRaw`
  SELECT u.code, coalesce(n.name, u.slug) AS name FROM unit_span s JOIN unit u ON u.id = s.unit_id
    LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= ${toDate(day)}::date ORDER BY x.valid_from DESC LIMIT 1) n ON true
  WHERE s.level = 'commune' AND app.active_on(s.valid_from, s.valid_to, ${toDate(day)}::date) AND u.code IS NOT NULL
  ORDER BY u.code LIMIT ${CODES_MAX}`;

/** The boundaries that are shown, as they are to be drawn on a day; null while there are none. Those of today are kept. */
export const findPublishedBoundaries = (day: Day): Promise<BoundariesOnDay | null> =>
  day === today() ? keptValue(`boundaries ${day}`, ['boundaries', 'units', 'today'], () => shownOn(day)) : shownOn(day);

type ShownRow = Omit<BoundariesOnDay, 'asOf' | 'heirs'> & { asOf: Date; heirs: Record<string, string> | null };

async function shownOn(day: Day): Promise<BoundariesOnDay | null> {
  const [row] = await db.$queryRaw<ShownRow[]>`
    SELECT b.id::text, b.edition, b.as_of AS "asOf", b.source, b.licence, b.topology,
      (SELECT jsonb_object_agg(h.area, h.code) FROM (${heirsSql(day)}) h) AS heirs
    FROM boundary_edition b WHERE b.shown_at IS NOT NULL AND b.removed_at IS NULL`;
  return row ? { ...row, asOf: fromDate(row.asOf), heirs: row.heirs ?? {} } : null;
}

/** Areas of `b` whose commune had ended by the day and was taken over whole by one other; of one that was parted nobody knows. */
const heirsSql = (day: Day) => Prisma.sql`
  WITH RECURSIVE way AS (
    SELECT u.code AS area, u.id, u.closed_on, 0 AS step
    FROM jsonb_array_elements(b.topology->'objects'->'communes'->'geometries') g
      JOIN unit u ON u.code = g->>'id' AND u.level = 'commune'
    UNION ALL
    SELECT way.area, s.id, s.closed_on, way.step + 1 FROM way
      CROSS JOIN LATERAL (SELECT min(l.successor_id::text)::uuid AS id FROM unit_lineage l
        WHERE l.predecessor_id = way.id AND l.on_day = way.closed_on HAVING count(DISTINCT l.successor_id) = 1) l
      JOIN unit s ON s.id = l.id
    WHERE way.closed_on <= ${toDate(day)}::date AND way.step < ${STEPS_MAX})
  SELECT DISTINCT ON (way.area) way.area, coalesce(u.code, u.slug) AS code FROM way JOIN unit u ON u.id = way.id
  WHERE way.step > 0 AND (way.closed_on IS NULL OR way.closed_on > ${toDate(day)}::date)
  ORDER BY way.area, way.step DESC`;

/** How many kilobytes the map of boundaries weighs; null while none is shown. */
export const findPublishedBoundaryWeight = (): Promise<number | null> =>
  keptValue('boundaries are shown', ['boundaries'], async () => {
    const row = await db.boundaryEdition.findFirst({
      where: { shownAt: { not: null }, removedAt: null },
      select: { facts: true },
    });
    return row && (row.facts as BoundaryFacts).kilobytes;
  });

/** Every edition there was, the newest first; nothing for who may not keep them. */
export async function listBoundaries(viewer: Viewer): Promise<BoundaryEdition[]> {
  if (!mayForProvince(viewer, 'boundaries.keep')) return [];
  const rows = await db.boundaryEdition.findMany({
    orderBy: { id: 'desc' },
    take: EDITIONS_MAX,
    select: {
      id: true,
      edition: true,
      asOf: true,
      source: true,
      licence: true,
      fileSha256: true,
      facts: true,
      uploadedAt: true,
      shownAt: true,
      removedAt: true,
      uploadedBy: { select: { displayName: true } },
      shownBy: { select: { displayName: true } },
      removedBy: { select: { displayName: true } },
    },
  });
  return rows.map(({ asOf, facts, fileSha256, uploadedBy, shownBy, removedBy, ...row }) => ({
    ...row,
    state: row.removedAt ? 'removed' : row.shownAt ? 'shown' : 'draft',
    asOf: fromDate(asOf),
    facts: facts as BoundaryFacts,
    fileSha256: Buffer.from(fileSha256).toString('hex'),
    uploadedBy: uploadedBy.displayName,
    shownBy: shownBy?.displayName ?? null,
    removedBy: removedBy?.displayName ?? null,
  }));
}

/** The lines of a draft or of the edition that is shown; null for who may not keep them, and of what is gone. */
export async function findBoundaryLines(viewer: Viewer, id: string): Promise<BoundaryTopology | null> {
  if (!mayForProvince(viewer, 'boundaries.keep')) return null;
  const row = await db.boundaryEdition.findUnique({ where: { id }, select: { topology: true } });
  return (row?.topology as BoundaryTopology | null | undefined) ?? null;
}
