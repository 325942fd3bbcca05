import { placedBelow, spanToday } from '@/domain/access/access';
import { listPublishedNames } from '@/domain/units/name-queries';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { aboveOf, type Group, groupOf } from '../register/register-view';
import { type NamedUnit, typedGroups } from './typed-group';

/** More units than these has no commune. */
const UNITS_MAX = 1000;

type Line = { id: string; unitWords: string | null; unit: Group | null };
/** The women on the list of a session, with its unit and the commune of that unit. */
type Host = { unitId: string; communeId: string | null; rows: readonly Line[] };

/**
 * The heading of each woman of these sessions, by enrolment: her unit on record, else the one she typed where it is
 * clear, else her words. Names of units are public; the caller has asked whose rows these are.
 */
export async function listPublishedGroups(hosts: readonly Host[]): Promise<Map<string, string | null>> {
  const typing = hosts.filter(({ rows }) => rows.some(isTyped)).flatMap(({ communeId }) => communeId ?? []);
  const units = await unitsOf([...new Set(typing)]);
  const known = hosts.flatMap(({ rows }) => rows.map(({ unit }) => aboveOf(unit)));
  const names = await listPublishedNames([...known, ...units.map(aboveOf)]);
  const groups = new Map<string, string | null>();
  for (const { unitId, communeId, rows } of hosts) {
    const here = units.filter(({ communeId: of }) => of === communeId);
    const headingOf = typedGroups(here.map((unit) => toNamed(unit, unitId, names)));
    const elsewhere = typedGroups([]);
    for (const { id, unit, unitWords } of rows) {
      const name = groupOf(unit, unitId, names);
      if (!unitWords || !isTyped({ unit, unitWords })) groups.set(id, name);
      else if (!unit || unit.id === communeId) groups.set(id, headingOf(unitWords));
      else groups.set(id, elsewhere(`${unitWords}, ${name}`));
    }
  }
  return groups;
}

/** On record she belongs to no group or sub-association, but she wrote where she belongs. */
const isTyped = ({ unit, unitWords }: Pick<Line, 'unit' | 'unitWords'>) =>
  unitWords !== null && (unit === null || unit.level === 'commune' || unit.level === 'province');

function toNamed(unit: Group, hostId: string, names: ReadonlyMap<string, string>): NamedUnit {
  const above = aboveOf(unit);
  return {
    label: groupOf(unit, hostId, names) ?? '',
    name: unit.unitNames[0]?.name ?? '',
    above: above && above !== unit.id ? (names.get(above) ?? null) : null,
    own: above === hostId,
  };
}

/** The groups and sub-associations of these communes today. */
async function unitsOf(communeIds: string[]): Promise<(Group & { communeId: string | null })[]> {
  if (communeIds.length === 0) return [];
  const rows = await db.unit.findMany({
    where: {
      level: { in: ['sub_association', 'group'] },
      closedOn: null,
      OR: communeIds.map((communeId) => placedBelow({ communeId })),
    },
    orderBy: { no: 'asc' },
    select: { id: true, level: true, unitNames: nameToday(), unitSpans: spanToday() },
    take: UNITS_MAX * communeIds.length,
  });
  return rows.map((row) => ({ ...row, communeId: row.unitSpans[0]?.communeId ?? null }));
}
