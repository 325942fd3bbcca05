import { may, withinReach } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type CommuneCoverage, coverageLevels } from '@/domain/coverage/coverage';
import { type MatrixUnit, unitsOf } from '@/domain/coverage/matrix/matrix';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { type MatrixLack, narrowed } from '@/domain/coverage/matrix/matrix-view';
import { listCoverage } from '@/domain/coverage/queries';
import type { SignableReading } from '@/domain/coverage/rulings/ruling';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { type FigurePart, missingBy } from '@/domain/coverage/view/lacking';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { toUnit, type Unit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { type Due, REMINDED_MAX, type ReminderPart } from './reminder';

/** Units that are ticked; without any, all that a matrix shows. */
export type AskedDue = { unitIds: readonly string[]; communeId?: string | undefined; lacks?: MatrixLack | undefined };

/**
 * What is due today at these units, all of one commune or each a commune itself; those that lack nothing are left out. Null where one of
 * them is not hers to see.
 */
export async function findDue(viewer: Viewer, asked: AskedDue): Promise<Due[] | null> {
  if (asked.unitIds.length === 0) return findDueOfMatrix(viewer, asked);
  const ids = [...new Set(asked.unitIds)];
  const units = await findUnits(viewer, ids);
  if (units.length < ids.length) return null;
  const communes = units.filter(({ level }) => level === 'commune');
  if (communes.length === units.length) return findDueOfCommunes(viewer, communes);
  const [communeId, other] = new Set(units.map((unit) => unit.communeId));
  if (!communeId || other !== undefined) return null;
  const rows = await findMatrix(viewer, communeId);
  return rows && ofUnits(viewer, unitsOf(rows), units, communeId);
}

async function findDueOfMatrix(viewer: Viewer, { communeId = '', lacks }: AskedDue): Promise<Due[] | null> {
  const rows = await findMatrix(viewer, communeId);
  if (!rows) return null;
  const shown = unitsOf(narrowed(rows, lacks))
    .filter(({ gap }) => gap)
    .slice(0, REMINDED_MAX);
  const ids = shown.map(({ unitId }) => unitId);
  return ids.length === 0 ? [] : ofUnits(viewer, shown, await findUnits(viewer, ids), communeId);
}

async function findUnits(viewer: Viewer, ids: string[]): Promise<Unit[]> {
  const known = ids.filter(isId);
  const rows = await db.unit.findMany({
    where: { AND: [{ id: { in: known } }, withinReach(viewer, 'coverage.see')] },
    select: unitSelect(),
    take: REMINDED_MAX,
  });
  return rows.map(toUnit);
}

/** Who answers for the unit above may ask those of the unit: an official those of her commune, the city the communes. */
const mayRemind = (viewer: Viewer, path: UnitPath) => may(viewer, 'reminders.remind', path.replace(/\d+\/$/, ''));

function ofUnits(viewer: Viewer, rows: readonly MatrixUnit[], units: readonly Unit[], communeId: string): Due[] {
  const pathOf = new Map(units.map(({ id, path }) => [id, path]));
  return rows.flatMap(({ unitId, level, name, parentName, gap }): Due[] => {
    const path = pathOf.get(unitId);
    if (!gap || path === undefined) return [];
    const { missing: parts, subAssociationId } = gap;
    const answering = [unitId, ...(subAssociationId ? [subAssociationId] : [])];
    return [{ unitId, level, name, parentName, communeId, parts, answering, mayRemind: mayRemind(viewer, path) }];
  });
}

async function findDueOfCommunes(viewer: Viewer, communes: readonly Unit[]): Promise<Due[]> {
  const [rows, { reading }] = await Promise.all([listCoverage(viewer, today()), findPublishedReading(today())]);
  return communes.flatMap(({ id, name, path }): Due[] => {
    const parts = partsOf(
      rows.filter(({ communeId }) => communeId === id),
      reading,
    );
    if (parts.length === 0) return [];
    const due = { unitId: id, level: 'commune' as const, name, parentName: null, communeId: null, parts };
    return [{ ...due, answering: [id], mayRemind: mayRemind(viewer, path) }];
  });
}

const missingParts: readonly FigurePart[] = ['tie', 'pair', 'family'];

/** What some unit of a commune lacks, at either level; of a silent one that it says it keeps its records here. */
function partsOf(rows: readonly CommuneCoverage[], reading: SignableReading): ReminderPart[] {
  if (rows.some(({ state, level }) => state === 'not_reported' && level === coverageLevels[0])) return ['records'];
  return missingParts.filter((part) => rows.some((row) => (missingBy(row, reading)?.[part] ?? 0) > 0));
}
