import 'server-only';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { BoundariesOnDay } from '@/domain/boundaries/boundaries';
import { findPublishedBoundaries, findPublishedBoundaryWeight } from '@/domain/boundaries/queries';
import { type Changes, changesOf } from '@/domain/coverage/changes/change';
import { findCoverageOfDays } from '@/domain/coverage/changes/change-queries';
import type { CommuneCoverage, UnitGap } from '@/domain/coverage/coverage';
import { type MatrixRow, unitsOf } from '@/domain/coverage/matrix/matrix';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { mapUnfolded } from '@/domain/coverage/view/unfolded-queries';
import type { CoverageView, PlaceKind } from '@/domain/coverage/view/view';
import { type Day, today } from '@/domain/days/day';
import { listRemindersOf } from '@/domain/reminders/reminder-queries';

/** What a view shows: its places on its day, and on the other one. */
export type Look = {
  /** of the level, whatever their kind */
  all: CommuneCoverage[];
  /** of the kind that is asked for */
  rows: CommuneCoverage[];
  earlier: CommuneCoverage[] | null;
  changes: Changes | null;
  /** the boundaries to draw; null where tiles are asked for, or there are none */
  boundaries: BoundariesOnDay | null;
  /** what they weigh; null where there are none */
  kilobytes: number | null;
  /** approved sessions still to come, by the commune's id */
  planned: ReadonlyMap<string, number>;
  /** the place one looks at: the one that is asked for, or the only one there is */
  chosen: CommuneCoverage | undefined;
};

/** The places of a view within the viewer's reach, in one statement. */
export async function lookAt(viewer: Viewer, view: CoverageView): Promise<Look> {
  const days = view.earlier ? [view.day.day, view.earlier] : [view.day.day];
  const [{ days: found, planned }, boundaries, kilobytes] = await Promise.all([
    findCoverageOfDays(viewer, days),
    view.map === 'boundaries' ? findPublishedBoundaries(view.day.day) : null,
    findPublishedBoundaryWeight(),
  ]);
  const [now = [], before] = found;
  const ofLevel = (rows: CommuneCoverage[]) => rows.filter(({ level }) => level === view.level);
  const all = ofLevel(now);
  const rows = all.filter((row) => isOfKind(row, view.kind));
  const earlier = before ? besideThem(ofLevel(before), rows, view.kind) : null;
  const only = all.length === 1 ? all[0] : undefined;
  return {
    all,
    rows,
    earlier,
    changes: earlier && changesOf(rows, earlier),
    planned,
    boundaries,
    kilobytes,
    chosen: all.find(({ slug }) => slug === view.place) ?? only,
  };
}

const isOfKind = ({ kind, state }: CommuneCoverage, wanted: PlaceKind | null) =>
  wanted === 'silent' ? state === 'not_reported' : wanted === null || kind === wanted;

/** What a place was on the other day: who is silent now may have reported then. */
const besideThem = (before: CommuneCoverage[], rows: readonly CommuneCoverage[], kind: PlaceKind | null) =>
  kind === 'silent'
    ? before.filter(({ communeId }) => rows.some((row) => row.communeId === communeId))
    : before.filter((row) => isOfKind(row, kind));

/** The matrix of the chosen place; empty where none is chosen or nothing is known of it. */
export const matrixAt = async (viewer: Viewer, { chosen }: Look, view: CoverageView): Promise<MatrixRow[]> =>
  chosen && chosen.percent !== null ? ((await findMatrix(viewer, chosen.communeId, view.day.day)) ?? []) : [];

/** The sub-associations of the places that stand unfolded in the table of all; of a silent one nothing is told. */
export const unfoldedAt = (viewer: Viewer, { rows }: Look, { unfolded, level, day }: CoverageView) =>
  mapUnfolded(viewer, {
    communeIds: rows.flatMap(({ slug, percent, communeId }) =>
      percent !== null && unfolded?.includes(slug) ? [communeId] : [],
    ),
    level,
    day: day.day,
  });

/** When the officials of these places were last reminded, for who may remind them; nothing of another day than today. */
export async function remindedAt(viewer: Viewer, { rows }: Look, { day }: CoverageView): Promise<Map<string, Day>> {
  if (!mayRemindPlaces(viewer) || day.day !== today()) return new Map();
  const last = await listRemindersOf(
    viewer,
    rows.map(({ communeId }) => communeId),
  );
  return new Map(last.map(({ unitId, askedOn }) => [unitId, askedOn]));
}

/** Whoever answers for the city reminds its communes. */
export const mayRemindPlaces = (viewer: Viewer) => mayForProvince(viewer, 'reminders.remind');

/** What units of it lack. */
export const gapsIn = (rows: readonly MatrixRow[]): UnitGap[] => unitsOf(rows).flatMap(({ gap }) => gap ?? []);

/** May she plan a class in a commune? The form asks once more. */
export const mayTrainSomewhere = (viewer: Viewer) => mayAnywhere(viewer, 'trainings.propose');
