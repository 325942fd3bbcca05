import { may, pathOf, spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, type Day, fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db, type Prisma } from '@/prisma/client';
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

/** One unit with its history, closed ones too; null when there is none that the viewer may see. */
export async function findUnitRecord(viewer: Viewer, unitId: string): Promise<UnitRecord | null> {
  if (!isId(unitId)) return null;
  const row = await db.unit.findFirst({
    where: { id: unitId, ...withinReach(viewer, 'units.see') },
    select: { ...unitSelect(), openedOn: true, closedOn: true, version: true },
  });
  if (!row) return null;
  const [history, above, changes] = await Promise.all([
    historyOf(viewer, unitId),
    unitsAboveOf(viewer, row.unitSpans[0]?.path ?? ''),
    changesOf(unitId, mayOf(viewer, toUnit(row), null)),
  ]);
  const { openedOn, closedOn, version, ...columnsOfUnit } = row;
  const unit = toUnit(columnsOfUnit);
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
    changes,
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
): Promise<Pick<UnitRecord, 'names' | 'kinds' | 'places' | 'into' | 'outOf'>> {
  const row = await db.unit.findUniqueOrThrow({
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

async function unitsAboveOf(viewer: Viewer, path: string): Promise<UnitLink[]> {
  const numbers = path.split('/').filter(Boolean).slice(0, -1).map(Number);
  const rows = await db.unit.findMany({
    where: { AND: [{ no: { in: numbers } }, withinReach(viewer, 'units.see')] },
    select: linkSelect(),
    orderBy: { level: 'asc' },
    take: LEVELS,
  });
  return rows.map((row) => toLink(viewer, row));
}

async function changesOf(unitId: string, { found, change }: UnitRecord['may']): Promise<ChangeEntry[]> {
  const rows = await db.unitChange.findMany({
    where: { preview: { path: ['touched'], array_contains: unitId }, undoneAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, kind: true, effectiveOn: true, decision: true, appliedBy: { select: { displayName: true } } },
    take: HISTORY_MAX,
  });
  const kept = await db.unitChange.count({
    where: { id: { in: rows.slice(0, 1).map(({ id }) => id) }, NOT: { done: { equals: [] } } },
  });
  return rows.map(({ effectiveOn, appliedBy, ...row }, at) => ({
    ...row,
    from: fromDate(effectiveOn),
    by: appliedBy.displayName,
    mayUndo: at === 0 && kept > 0 && (found || change),
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
