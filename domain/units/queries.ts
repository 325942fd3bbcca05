import { placedBelow, withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { byVietnameseName } from '@/domain/order';
import { db, type Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import {
  type Commune,
  kindToday,
  lastKind,
  nameOn,
  nameToday,
  toUnit,
  type Unit,
  type UnitLevel,
  unitSelect,
} from './unit';

const COMMUNES_MAX = 200;
const LIST_MAX = 500;

const notClosed = (day: Day = today()) => ({ OR: [{ closedOn: null }, { closedOn: { gt: toDate(day) } }] });
const open = (day: Day = today()) => ({ openedOn: { lte: toDate(day) }, ...notClosed(day) });

/** One unit that the viewer may see, or null. `permission` narrows it to where she may do that. */
export async function findUnit(
  viewer: Viewer,
  unitId: string,
  permission: Permission = 'units.see',
): Promise<Unit | null> {
  if (!isId(unitId)) return null;
  const row = await db.unit.findFirst({
    where: { id: unitId, ...withinReach(viewer, permission) },
    select: unitSelect(),
  });
  return row && toUnit(row);
}

/** The same where something new is to be bound to it: one that is closed is no choice any more, whoever still reads it. */
export async function findUnitToUse(viewer: Viewer, unitId: string, permission: Permission): Promise<Unit | null> {
  if (!isId(unitId)) return null;
  const row = await db.unit.findFirst({
    where: { AND: [{ id: unitId }, notClosed(), withinReach(viewer, permission)] },
    select: unitSelect(),
  });
  return row && toUnit(row);
}

export type UnitFilter = { permission: Permission; levels: UnitLevel[]; communeId?: string; subAssociationId?: string };

/** Open units of some levels where the viewer may do something, in the order of the tree and Vietnamese names; at most 500. */
export async function listUnits(viewer: Viewer, filter: UnitFilter): Promise<Unit[]> {
  const below = {
    ...(filter.communeId ? { communeId: filter.communeId } : {}),
    ...(filter.subAssociationId ? { subAssociationId: filter.subAssociationId } : {}),
  };
  const rows = await db.unit.findMany({
    where: {
      AND: [open(), withinReach(viewer, filter.permission), { level: { in: filter.levels } }, placedBelow(below)],
    },
    select: unitSelect(),
    take: LIST_MAX,
  });
  return rows.map(toUnit).sort(byVietnameseName);
}

/** All communes and wards of today, or of a day, as they were then; in Vietnamese order, for everyone. Those of today are kept. */
export const listPublishedCommunes = (day: Day = today()): Promise<readonly Commune[]> =>
  day === today() ? keptValue(`communes ${day}`, ['units', 'today'], () => communesOn(day)) : communesOn(day);

async function communesOn(day: Day): Promise<Commune[]> {
  const rows = await db.unit.findMany({
    where: { level: 'commune', ...open(day) },
    select: communeSelect(day),
    take: COMMUNES_MAX,
  });
  return rows.map(toCommune).sort(byVietnameseName);
}

/** The same by their ids. */
export const mapPublishedCommunes = async (): Promise<Map<string, Commune>> =>
  new Map((await listPublishedCommunes()).map((commune) => [commune.id, commune]));

/** One commune or ward by its address, for everyone; null when there is none. */
export const findPublishedCommune = async (slug: string): Promise<Commune | null> =>
  (await listPublishedCommunes()).find((commune) => commune.slug === slug) ?? null;

/** The address of a commune by its code, or by its own address where it had none yet; also of one that is no more, and of none before it opens. */
export async function findPublishedCoded(said: string): Promise<string | null> {
  const rows = await db.unit.findMany({
    where: { level: 'commune', openedOn: { lte: toDate(today()) }, OR: [{ code: said }, { slug: said }] },
    select: { code: true, slug: true, openedOn: true, closedOn: true },
    take: 2,
  });
  const found = rows.filter(({ openedOn, closedOn }) => !closedOn || closedOn > openedOn);
  return (found.find(({ code }) => code === said) ?? found[0])?.slug ?? null;
}

const SUCCESSIONS_MAX = 20;

/**
 * The address of the commune that took the place of one that is no more, through all that has happened since; null without one. Of
 * several it is the first that the last change of its day led to.
 */
export const findPublishedSuccessor = async (slug: string): Promise<string | null> =>
  (await mapPublishedSuccessors([slug])).get(slug) ?? null;

/** The same of several, by their own addresses. */
export async function mapPublishedSuccessors(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db.$queryRaw<{ former: string; slug: string }[]>`
    WITH RECURSIVE way AS (
      SELECT u.slug AS former, u.id, u.slug, u.closed_on, 0 AS step FROM unit u WHERE u.slug = ANY (${slugs}) AND u.level = 'commune'
      UNION ALL
      SELECT way.former, s.id, s.slug, s.closed_on, way.step + 1 FROM way
        CROSS JOIN LATERAL (SELECT successor_id FROM unit_lineage l WHERE l.predecessor_id = way.id
          AND l.on_day = way.closed_on ORDER BY l.change_id DESC, l.id LIMIT 1) l
        JOIN unit s ON s.id = l.successor_id
      WHERE way.closed_on <= app.today() AND way.step < ${SUCCESSIONS_MAX})
    SELECT DISTINCT ON (former) former, slug FROM way WHERE step > 0 AND (closed_on IS NULL OR closed_on > app.today()) ORDER BY former, step DESC LIMIT ${slugs.length}::int`;
  return new Map(rows.map(({ former, slug }) => [former, slug]));
}

/** A commune that is no more, and that no other one took over: how it was called, and its last day. One that was undone never was. */
export async function findPublishedFormerCommune(slug: string): Promise<{ name: string; lastDay: Day } | null> {
  const row = await db.unit.findFirst({
    where: { slug, level: 'commune', closedOn: { lte: toDate(today()) } },
    select: { openedOn: true, closedOn: true, unitNames: nameToday() },
  });
  if (!row?.closedOn || row.closedOn <= row.openedOn) return null;
  return { name: row.unitNames[0]?.name ?? slug, lastDay: addDays(fromDate(row.closedOn), -1) };
}

/** Communes that are no more, by their ids: as each was called last, with the address of the one that took its place, or its own. */
export async function mapPublishedFormerCommunes(ids: readonly string[]): Promise<Map<string, Commune>> {
  if (ids.length === 0) return new Map();
  const rows = await db.unit.findMany({
    where: { id: { in: [...ids] }, level: 'commune', closedOn: { lte: toDate(today()) } },
    select: { ...communeSelect(), unitKinds: lastKind() },
    take: ids.length,
  });
  const successors = await mapPublishedSuccessors(rows.map(({ slug }) => slug));
  return new Map(rows.map((row) => [row.id, { ...toCommune(row), slug: successors.get(row.slug) ?? row.slug }]));
}

const communeSelect = (day: Day = today()) => ({
  id: true,
  code: true,
  slug: true,
  gridQ: true,
  gridR: true,
  unitNames: nameOn(day),
  unitKinds: kindToday(day),
});

type CommuneRow = Prisma.UnitGetPayload<{ select: ReturnType<typeof communeSelect> }>;

const toCommune = (row: CommuneRow): Commune => ({
  id: row.id,
  // one that has no official code yet is told apart by its address
  code: row.code ?? row.slug,
  slug: row.slug,
  name: row.unitNames[0]?.name ?? row.slug,
  kind:
    row.unitKinds[0]?.kind === 'ward' ? 'ward' : row.unitKinds[0]?.kind === 'special_zone' ? 'special_zone' : 'commune',
  q: row.gridQ ?? 0,
  r: row.gridR ?? 0,
});
