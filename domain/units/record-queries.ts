import { may, pathOf, reach, spanToday, withinReach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, type Day, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import { unitNameSql } from './name-queries';
import { pathAbove } from './restructuring/change';
import type { ChangeEntry, Dated, LineageEntry, Officer, UnitLink, UnitRecord } from './tree';
import { nameToday, toUnit, type Unit, type UnitKind, unitSelect } from './unit';

const HISTORY_MAX = 50;
const LINEAGE_MAX = 60;
const OFFICERS_MAX = 30;
const LEVELS = 5;

const linkSelect = () => ({ id: true, level: true, unitNames: nameToday(), unitSpans: spanToday() });
type LinkedUnit = Prisma.UnitGetPayload<{ select: ReturnType<typeof linkSelect> }>;
const toLink = (viewer: Viewer, unit: LinkedUnit): UnitLink => ({
  unitId: unit.id,
  level: unit.level,
  name: unit.unitNames[0]?.name ?? '',
  seen: may(viewer, 'units.see', pathOf(unit)),
});

const dated = { validFrom: true, validTo: true, decision: true } as const;
const newest = { orderBy: [{ validFrom: 'desc' as const }, { id: 'desc' as const }], take: HISTORY_MAX };
const lineageOrder = { orderBy: { id: 'asc' as const }, take: LINEAGE_MAX };

/**
 * One unit with its history, closed ones too; null when there is none that the viewer may see. What hangs on its id is read along
 * with it, and told with it or not at all.
 */
export async function findUnitRecord(viewer: Viewer, unitId: string): Promise<UnitRecord | null> {
  if (!isId(unitId)) return null;
  const [row, history, above, changes] = await Promise.all([
    db.unit.findFirst({
      where: { id: unitId, ...withinReach(viewer, 'units.see') },
      select: { ...unitSelect(), openedOn: true, closedOn: true, version: true },
    }),
    historyOf(viewer, unitId),
    unitsAboveOf(viewer, unitId),
    changesOf(unitId),
  ]);
  if (!row || !history) return null;
  const { openedOn, closedOn, version, ...columnsOfUnit } = row;
  const unit = toUnit(columnsOfUnit);
  const answers = mayOf(viewer, unit, null);
  // one that is founded from a coming day has its name and kind already
  const [first, kind] = [history.names.at(-1)?.value, history.kinds[0]?.value ?? null];
  return {
    ...unit,
    name: row.unitNames[0]?.name ?? first ?? unit.name,
    kind: unit.kind ?? kind,
    opened: fromDate(openedOn),
    closed: closedOn && fromDate(closedOn),
    version,
    above,
    ...history,
    changes: changes.map((change) => ({ ...change, mayUndo: change.mayUndo && (answers.found || answers.change) })),
    may: mayOf(viewer, unit, closedOn && fromDate(closedOn)),
  };
}

function mayOf(viewer: Viewer, { path, level }: Unit, closed: Day | null): UnitRecord['may'] {
  const closes = closed !== null;
  const answersAbove = may(viewer, 'units.change', pathAbove(path));
  return {
    found: !closes && level !== 'group' && may(viewer, 'units.found', path),
    change: !closes && level !== 'province' && answersAbove,
    code: level === 'commune' && answersAbove && !(closed && closed <= today()),
    people: may(viewer, 'people.see', path),
    models: may(viewer, 'digital-models.see', path),
    pairs: may(viewer, 'pairs.see', path),
    trainings: may(viewer, 'trainings.see', path),
    coverage: may(viewer, 'coverage.see', path),
  };
}

async function historyOf(
  viewer: Viewer,
  unitId: string,
): Promise<Pick<UnitRecord, 'names' | 'kinds' | 'places' | 'into' | 'outOf'> | null> {
  const row = await db.unit.findUnique({
    where: { id: unitId },
    select: {
      unitNames: { ...newest, select: { name: true, ...dated } },
      unitKinds: { ...newest, select: { kind: true, ...dated } },
      unitParentsAsUnit: { ...newest, select: { parent: { select: linkSelect() }, ...dated } },
      unitLineagesAsPredecessor: {
        ...lineageOrder,
        select: { kind: true, onDay: true, successor: { select: linkSelect() } },
      },
      unitLineagesAsSuccessor: {
        ...lineageOrder,
        select: { kind: true, onDay: true, predecessor: { select: linkSelect() } },
      },
    },
  });
  if (!row) return null;
  const entry = (kind: LineageEntry['kind'], onDay: Date, unit: LinkedUnit): LineageEntry => ({
    kind,
    onDay: fromDate(onDay),
    unit: toLink(viewer, unit),
  });
  return {
    names: row.unitNames.map((each) => spanOf(each.name, each)).filter(held),
    kinds: row.unitKinds.map((each) => spanOf(each.kind as UnitKind, each)).filter(held),
    places: row.unitParentsAsUnit.map((each) => spanOf(toLink(viewer, each.parent), each)).filter(held),
    into: row.unitLineagesAsPredecessor.map(({ kind, onDay, successor }) => entry(kind, onDay, successor)),
    outOf: row.unitLineagesAsSuccessor.map(({ kind, onDay, predecessor }) => entry(kind, onDay, predecessor)),
  };
}

type Stretch = { validFrom: Date; validTo: Date | null; decision: string | null };
const spanOf = <Value>(value: Value, { validFrom, validTo, decision }: Stretch): Dated<Value> => ({
  value,
  from: fromDate(validFrom),
  to: validTo && fromDate(validTo),
  decision,
});
/** Taken back on its first day: it never held. */
const held = ({ from, to }: { from: string; to: string | null }) => from !== to;

/** The units above it that she may see, the widest first. */
async function unitsAboveOf(viewer: Viewer, unitId: string): Promise<UnitLink[]> {
  const seen = withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'units.see'));
  const rows = await db.$queryRaw<Omit<UnitLink, 'seen'>[]>`
    SELECT u.id::text AS "unitId", u.level::text, coalesce(${unitNameSql(Prisma.sql`u.id`)}, '') AS name
    FROM unit_span me
      JOIN unit u ON u.no = ANY (string_to_array(btrim(me.path, '/'), '/')::int[]) AND u.id <> me.unit_id
      JOIN unit_span s ON s.unit_id = u.id AND ${placedTodaySql(Prisma.sql`s`)} AND ${seen}
    WHERE me.unit_id = ${unitId}::uuid AND ${placedTodaySql(Prisma.sql`me`)}
    ORDER BY u.level LIMIT ${LEVELS}`;
  return rows.map((row) => ({ ...row, seen: true }));
}

/** The changes of a unit, the newest first; that one alone can be undone, as long as what it did is kept. */
async function changesOf(unitId: string): Promise<ChangeEntry[]> {
  const where = { preview: { path: ['touched'], array_contains: unitId }, undoneAt: null };
  const [rows, [kept]] = await Promise.all([
    db.unitChange.findMany({
      where,
      orderBy: { id: 'desc' },
      select: { id: true, kind: true, effectiveOn: true, decision: true, appliedBy: { select: { displayName: true } } },
      take: HISTORY_MAX,
    }),
    db.unitChange.findMany({
      where: { ...where, NOT: { done: { equals: [] } } },
      orderBy: { id: 'desc' },
      select: { id: true },
      take: 1,
    }),
  ]);
  return rows.map(({ effectiveOn, appliedBy, ...row }, at) => ({
    ...row,
    from: fromDate(effectiveOn),
    by: appliedBy.displayName,
    mayUndo: at === 0 && row.id === kept?.id,
  }));
}

/** Officers of the unit today, by rank; none where the viewer may not see people. */
export async function listOfficers(viewer: Viewer, unitId: string): Promise<Officer[]> {
  const rows = await db.office.findMany({
    where: { unitId, ...activeOn(today()), unit: withinReach(viewer, 'people.see') },
    orderBy: [{ title: 'asc' }, { validFrom: 'asc' }],
    select: {
      id: true,
      title: true,
      validFrom: true,
      person: { select: { id: true, fullName: true } },
      term: { select: { name: true } },
    },
    take: OFFICERS_MAX,
  });
  return rows.map(({ validFrom, person, term, ...row }) => ({
    ...row,
    personId: person.id,
    name: person.fullName,
    term: term?.name ?? null,
    since: fromDate(validFrom),
  }));
}
