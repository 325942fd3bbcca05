import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { correctPeerLesson, recordPeerLesson, takeBackPeerLesson } from '@/domain/peer-lessons/commands';
import { askToReopen } from '@/domain/reports/filing/ask-commands';
import { acceptReport, refuseToReopen, reopenReport, returnReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import type { ReportState } from '@/domain/reports/report';
import type { Result } from '@/domain/result';
import {
  announceSpotRound,
  closeSpotRound,
  drawSpotRound,
  withdrawSpotRound,
} from '@/domain/spot-checks/round-commands';
import { answerSpotCheck, remarkOnSpotCheck, takeOverSpotCheck } from '@/domain/spot-checks/visit-commands';
import { db } from '@/prisma/client';
import { signedIn } from '@/test/union';
import { anyDay, type Chance } from './changes';

/*
 * Deeds that stand on figures: months signed, accepted and opened again, lessons among women, units seen by chance. An official does them with
 * the roles that restructurings have left her.
 */
type Stage = {
  official: Viewer;
  chance: Chance;
  /** accounts of officials of communes */
  officials: string[];
  /** months that are over, by the ids of their periods */
  months: string[];
  topicId: string;
  lessons: string[];
  subAssociations: string[];
  groups: string[];
  people: string[];
};
type Done = Result<unknown, string> | null;

const deed =
  (concept: string) =>
  (run: (stage: Stage) => Promise<Done>, often = 1) => ({ concept, often, run });
const [report, lesson, check] = [deed('reports'), deed('peer-lessons'), deed('spot-checks')];

const REMARK = 'Đối chiếu lại sổ của Chi hội';

/** One of the reports in a state, as the page of it would be open before somebody. */
async function reportIn({ chance }: Stage, ...states: ReportState[]) {
  const select = { unitId: true, periodId: true, version: true } as const;
  const rows = await db.report.findMany({ where: { state: { in: states } }, orderBy: { id: 'asc' }, take: 99, select });
  return rows.length > 0 ? { ...chance.from(rows), remark: REMARK } : null;
}

/** An official of a commune as she comes today, and one of the communes that are hers; null where none is. */
async function officialIn({ chance, officials }: Stage) {
  const viewer = await signedIn({ id: chance.from(officials) });
  const communes = viewer.grants.filter(({ role }) => role === 'commune_official');
  return communes.length > 0 ? { viewer, unitId: chance.from(communes).unitId } : null;
}

/** An official of this commune as she comes today; null where it has none. */
async function officialOf({ officials }: Stage, unitId: string) {
  for (const id of officials) {
    const viewer = await signedIn({ id });
    if (viewer.grants.some((grant) => grant.role === 'commune_official' && grant.unitId === unitId)) return viewer;
  }
  return null;
}

const placeOf = ({ chance, groups, subAssociations }: Stage) => chance.from([...groups, ...subAssociations]);

async function lessonOf({ chance, lessons }: Stage) {
  if (lessons.length === 0) return null;
  return db.peerLesson.findUnique({
    where: { id: chance.from(lessons) },
    select: { id: true, version: true, unitId: true },
  });
}

const factsOf = (stage: Stage, unitId: string) => ({
  unitId,
  day: anyDay(stage.chance),
  topicId: stage.topicId,
  minutes: stage.chance.from([15, 30, 60]),
  women: 1 + stage.chance.next(4),
  teacherId: stage.chance.from(stage.people),
  learnerIds: stage.chance.next(2) ? [stage.chance.from(stage.people)] : [],
});

/** The next step of the round of spot checks that is under way, or a round. */
async function roundGoesOn({ official, chance }: Stage): Promise<Done> {
  const round = await db.spotRound.findFirst({
    where: { closedAt: null, withdrawnAt: null },
    select: { id: true, version: true, drawnAt: true },
  });
  const [countedOn, lastDay] = [addDays(today(), -chance.next(60)), addDays(today(), 7)];
  if (!round) return announceSpotRound(official, { countedOn, percent: 20, lastDay });
  const asked = { roundId: round.id, version: round.version };
  if (!round.drawnAt) return chance.next(4) ? drawSpotRound(official, asked) : withdrawSpotRound(official, asked);
  return chance.next(3) ? null : closeSpotRound(official, asked);
}

/** A unit that was drawn is seen by whoever was sent, or taken over by the province; a commune says its word to one that was. */
async function checkGoesOn({ official, chance, officials }: Stage): Promise<Done> {
  const checks = await db.spotCheck.findMany({
    orderBy: { id: 'desc' },
    take: 5,
    select: { id: true, version: true, visitorId: true, round: { select: { closedAt: true } } },
  });
  if (checks.length === 0) return null;
  const { id: checkId, version, visitorId, round } = chance.from(checks);
  const asked = { checkId, version };
  if (round.closedAt)
    return remarkOnSpotCheck(await signedIn({ id: chance.from(officials) }), { ...asked, remark: REMARK });
  if (visitorId && chance.next(4) === 0) return takeOverSpotCheck(official, asked);
  const result = chance.from(['held', 'held', 'differs', 'unseen'] as const);
  const said = { result, parts: result === 'differs' ? (['family'] as const).slice() : [], seenOn: today() };
  return answerSpotCheck(visitorId ? await signedIn({ id: visitorId }) : official, { ...asked, ...said });
}

export const filings = {
  'a month is signed': report(async (stage) => {
    const her = await officialIn(stage);
    const periodId = stage.chance.from(stage.months);
    const found = her && (await findReport(her.viewer, her.unitId, periodId));
    if (!her || !found) return null;
    const { version } = found.row;
    return signReport(her.viewer, { unitId: her.unitId, periodId, version, seen: found.content.digest });
  }, 3),
  'a signed month is accepted, and closed with it': report(async (stage) => {
    const signed = await reportIn(stage, 'submitted');
    return signed && acceptReport(stage.official, signed);
  }, 3),
  'a signed month is given back': report(async (stage) => {
    const signed = await reportIn(stage, 'submitted');
    return signed && returnReport(stage.official, signed);
  }),
  'a commune asks to open a month again, or is told no': report(async (stage) => {
    const closed = await reportIn(stage, 'locked');
    if (!closed || stage.chance.next(3) === 0) return closed && refuseToReopen(stage.official, closed);
    const her = await officialOf(stage, closed.unitId);
    return her && askToReopen(her, closed);
  }, 2),
  'a closed month is opened again': report(async (stage) => {
    const closed = await reportIn(stage, 'locked');
    return closed && reopenReport(stage.official, closed);
  }),
  'women taught each other': lesson(async (stage) => {
    const id = randomUUID();
    const done = await recordPeerLesson(stage.official, { id, ...factsOf(stage, placeOf(stage)) });
    if (done.ok) stage.lessons.push(id);
    return done;
  }, 2),
  'a lesson is corrected, or taken back': lesson(async (stage) => {
    const noted = await lessonOf(stage);
    if (!noted) return null;
    const { id: lessonId, version, unitId } = noted;
    if (stage.chance.next(3) === 0) return takeBackPeerLesson(stage.official, { lessonId });
    return correctPeerLesson(stage.official, { lessonId, version, ...factsOf(stage, unitId) });
  }),
  'a round of spot checks goes on': check(roundGoesOn, 2),
  'a spot check is answered, taken over or remarked on': check(checkGoesOn, 2),
};
