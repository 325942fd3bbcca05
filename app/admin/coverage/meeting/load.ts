import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { changesOf } from '@/domain/coverage/changes/change';
import { findChangesOfLevels, findCoverageOfDays } from '@/domain/coverage/changes/change-queries';
import { type CommuneCoverage, coverageLevels } from '@/domain/coverage/coverage';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { heardAndSilent, type MeetingMonth, needsOfCommunes, needsOfUnits } from '@/domain/coverage/meeting/meeting';
import { findMeetingFacts } from '@/domain/coverage/meeting/meeting-queries';
import { listActiveModels } from '@/domain/coverage/model-queries';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import type { Day } from '@/domain/days/day';
import { listAnswering } from '@/domain/reminders/answering-queries';
import { listRemindersIn, listRemindersOf } from '@/domain/reminders/reminder-queries';
import { listPublishedTargets } from '@/domain/targets/pace-queries';
import { cameToTarget } from '@/domain/targets/reached';

/** All that one meets over: what moved between the two days, and what is missing on the later one. */
export type Meeting = Awaited<ReturnType<typeof loadMeeting>>;

/** The page of a meeting for whoever sees figures: of the communes in her reach, or of one commune with its sub-associations. */
export const loadMeeting = (viewer: Viewer, days: Days) =>
  keptFor(viewer, `meeting of ${days.day} after ${days.earlier}`, () => readMeeting(viewer, days));

type Days = Pick<MeetingMonth, 'day' | 'earlier'>;

async function readMeeting(viewer: Viewer, { day, earlier }: Days) {
  const [{ days }, { reading }, changed, models] = await Promise.all([
    findCoverageOfDays(viewer, earlier ? [day, earlier] : [day]),
    findPublishedReading(day),
    earlier ? changedBetween(viewer, day, earlier) : null,
    listActiveModels(viewer, earlier ? [earlier, day] : [day]),
  ]);
  const [rows = [], before = []] = days;
  const ids = [...new Set(rows.map(({ communeId }) => communeId))];
  const [only, other] = ids;
  const single = only && other === undefined ? only : null;
  const [targets, matrix, reminders] = await Promise.all([
    earlier ? listPublishedTargets(ids, day) : {},
    single ? findMatrix(viewer, single, day) : null,
    single ? listRemindersIn(viewer, single) : listRemindersOf(viewer, ids),
  ]);
  return {
    day,
    earlier,
    rows,
    communeId: single,
    levels: coverageLevels.map((level) => levelOf(rows, before, level)),
    changed,
    models,
    heard: heardAndSilent(rows, earlier ? before : rows),
    targets: earlier ? cameToTarget(rows, before, targets) : [],
    communes: needsOfCommunes(rows, reading),
    units: needsOfUnits(matrix ?? [], reading),
    heads: await headsOf(viewer, matrix ?? []),
    reminded: new Map(reminders.map(({ unitId, askedOn }) => [unitId, askedOn])),
  };
}

async function changedBetween(viewer: Viewer, day: Day, earlier: Day) {
  const [units, facts] = await Promise.all([
    findChangesOfLevels(viewer, coverageLevels, { day, earlier }),
    findMeetingFacts(viewer, { day, earlier }),
  ]);
  return { subAssociations: units.sub_association, groups: units.group, facts };
}

function levelOf(
  rows: readonly CommuneCoverage[],
  before: readonly CommuneCoverage[],
  level: CommuneCoverage['level'],
) {
  const ofLevel = (all: readonly CommuneCoverage[]) => all.filter((row) => row.level === level);
  return { level, rows: ofLevel(rows), changes: changesOf(ofLevel(rows), ofLevel(before)) };
}

/** Who answers for the sub-associations of a commune, for those who may see persons. */
const headsOf = async (viewer: Viewer, matrix: readonly MatrixRow[]) =>
  matrix.length > 0 && mayAnywhere(viewer, 'people.see')
    ? listAnswering(
        viewer,
        matrix.map(({ unitId }) => unitId),
      )
    : [];
