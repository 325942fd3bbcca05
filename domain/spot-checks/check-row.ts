import { may, mayAnywhere, mayForProvince, pathOf } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, fromDate } from '@/domain/days/day';
import { type Commune, unitSelect } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';
import { type CheckPlace, type CheckSide, partsToSee, type SpotCheck } from './spot-check';

/** The columns of a check; what somebody may not see of it is left out by `checkFor`. */
export const checkSelect = () =>
  ({
    id: true,
    roundId: true,
    version: true,
    visitorId: true,
    result: true,
    parts: true,
    seenOn: true,
    note: true,
    answeredAt: true,
    remark: true,
    visitor: { select: { displayName: true } },
    round: { select: { countedOn: true, endsOn: true, drawnAt: true, reading: true, closedAt: true, demo: true } },
    unit: { select: unitSelect() },
  }) as const;

export type CheckRow = Prisma.SpotCheckGetPayload<{ select: ReturnType<typeof checkSelect> }>;
type Names = { names: Map<string, string>; communes: Map<string, Commune> };

/** The sub-association of a group that was drawn. */
export const parentOf = ({ unit }: CheckRow): string | null =>
  unit.level === 'group' ? (unit.unitSpans[0]?.subAssociationId ?? null) : null;

/** From which side she looks at a check; null where she sees nothing of it. */
export function sideOf(viewer: Viewer, { visitorId, round, unit }: CheckRow): CheckSide | null {
  if (mayForProvince(viewer, 'spot-checks.see')) return 'province';
  if (visitorId === viewer.accountId && mayAnywhere(viewer, 'spot-checks.visit')) return 'visitor';
  return round.closedAt && may(viewer, 'spot-checks.see', pathOf(unit)) ? 'commune' : null;
}

/** Is it hers to visit? What fell to the province is for each of its officials. */
export const visits = (viewer: Viewer, { visitorId }: Pick<CheckRow, 'visitorId'>): boolean =>
  visitorId
    ? visitorId === viewer.accountId && mayAnywhere(viewer, 'spot-checks.visit')
    : mayForProvince(viewer, 'spot-checks.draw');

/** A check as she may see it: whoever visits learns what it takes to visit, and nothing else of the unit. */
export function checkFor(viewer: Viewer, row: CheckRow, named: Names): SpotCheck | null {
  const side = sideOf(viewer, row);
  if (!side) return null;
  const { round, unit } = row;
  const closed = round.closedAt !== null;
  const hers = side !== 'visitor';
  return {
    id: row.id,
    roundId: row.roundId,
    place: placeOf(row, named),
    look: partsToSee(round.reading),
    countedOn: fromDate(round.countedOn),
    drawnAt: round.drawnAt,
    lastDay: addDays(fromDate(round.endsOn), -1),
    closed,
    demo: round.demo,
    version: row.version,
    side,
    answer: answerOf(row),
    remark: hers ? row.remark : null,
    unitId: hers ? unit.id : null,
    communeId: unit.unitSpans[0]?.communeId ?? null,
    visitor: side === 'province' ? (row.visitor?.displayName ?? null) : null,
    may: {
      answer: !closed && visits(viewer, row),
      remark: closed && row.result !== null && may(viewer, 'spot-checks.remark', pathOf(unit)),
      takeOver: !closed && row.visitorId !== null && !row.result && mayForProvince(viewer, 'spot-checks.draw'),
    },
  };
}

function placeOf(row: CheckRow, { names, communes }: Names): CheckPlace {
  const { unit } = row;
  const commune = communes.get(unit.unitSpans[0]?.communeId ?? '');
  return {
    name: unit.unitNames[0]?.name ?? unit.slug,
    level: unit.level === 'group' ? 'group' : 'sub_association',
    parentName: names.get(parentOf(row) ?? '') ?? null,
    commune: commune ? { name: commune.name, kind: commune.kind } : null,
  };
}

const answerOf = ({ result, parts, seenOn, note, answeredAt }: CheckRow) =>
  result && answeredAt ? { result, parts, seenOn: seenOn && fromDate(seenOn), note, at: answeredAt } : null;
