import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { findUnit } from '@/domain/units/queries';
import { refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  type CorrectLessonInput,
  isPlaceOfLessons,
  type LessonInput,
  mayChange,
  type PeerLesson,
  refusalOf,
  type TakeBackLessonInput,
} from './peer-lesson';
import { columnsOf, isTopic, note, problemOf, told, womenNamed, writeLearners } from './peer-lesson-writes';
import { findPeerLesson } from './queries';
import { womenOf } from './taps';

export type RecordLessonProblem =
  | 'not-found'
  | 'not-allowed'
  | 'place-too-wide'
  | 'not-yet'
  | 'teaches-herself'
  | 'not-there-then'
  | 'period-locked'
  | 'already-recorded';
export type CorrectLessonProblem =
  | Exclude<RecordLessonProblem, 'already-recorded'>
  | 'taken-back'
  | 'own-time-over'
  | 'changed-meanwhile';
export type TakeBackLessonProblem = 'not-found' | 'not-allowed' | 'own-time-over' | 'period-locked';

type Kept = { id: string; unitId: string };

/**
 * Notes once that women taught each other: by the head of the place or an official above it. It brings its id: sent twice, or by many at
 * once, it is one lesson; `already-recorded` is another one under that id.
 */
export async function recordPeerLesson(viewer: Viewer, input: LessonInput): Promise<Result<Kept, RecordLessonProblem>> {
  const wrong = refusalOf(input) ?? (await refusalOfPlace(viewer, input.unitId));
  if (wrong) return wrong;
  return worded(() =>
    countedTransaction(async (tx): Promise<Result<Kept, RecordLessonProblem>> => {
      const earlier = await readNoted(tx, input.id);
      if (earlier) return isTheSame(earlier, viewer, input) ? ok(keptOf(input)) : problem('already-recorded');
      const facts = (await isTopic(tx, input.topicId)) ? await womenNamed(tx, viewer, input) : null;
      if (!facts) return problem('not-found');
      if (facts.teacherId && facts.learnerIds.includes(facts.teacherId)) return problem('teaches-herself');
      const row = { id: input.id, ...columnsOf(facts), recordedById: viewer.accountId };
      const { count } = await tx.peerLesson.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) {
        // another delivery of the same tap was first
        const first = await readNoted(tx, input.id);
        return first && isTheSame(first, viewer, input) ? ok(keptOf(input)) : problem('already-recorded');
      }
      await writeLearners(tx, input.id, facts.learnerIds);
      await note(tx, viewer, { verb: 'created', action: 'recordPeerLesson', ...keptOf(input), change: told(facts) });
      return ok(keptOf(input));
    }),
  );
}

const keptOf = ({ id, unitId }: LessonInput): Kept => ({ id, unitId });

const noted = { unitId: true, onDay: true, topicId: true, minutes: true, women: true, recordedById: true } as const;
type Noted = NonNullable<Awaited<ReturnType<typeof readNoted>>>;
const readNoted = (tx: Transaction, id: string) => tx.peerLesson.findUnique({ where: { id }, select: noted });

/** The tap that is there already. Corrected since, it is another one: she is told, and nothing is written over. */
const isTheSame = (row: Noted, viewer: Viewer, input: LessonInput): boolean =>
  row.recordedById === viewer.accountId &&
  row.unitId === input.unitId &&
  fromDate(row.onDay) === input.day &&
  row.topicId === input.topicId &&
  row.minutes === input.minutes &&
  row.women === womenOf(input);

async function refusalOfPlace(viewer: Viewer, unitId: string) {
  const unit = await findUnit(viewer, unitId, 'peer-lessons.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'peer-lessons.record', unit.path)) return problem('not-allowed');
  return isPlaceOfLessons(unit.level) ? null : problem('place-too-wide');
}

/** Corrects a lesson: neither its old day nor its new one may be closed. */
export async function correctPeerLesson(
  viewer: Viewer,
  input: CorrectLessonInput,
): Promise<Result<Kept, CorrectLessonProblem>> {
  const before = await findPeerLesson(viewer, input.lessonId);
  if (!before) return problem('not-found');
  const wrong = refusalOf(input) ?? (await refusalOfPlace(viewer, input.unitId));
  if (wrong) return wrong;
  return worded(() =>
    countedTransaction(async (tx): Promise<Result<Kept, CorrectLessonProblem>> => {
      const standing = await hold(tx, viewer, before);
      if (!standing.ok) return standing;
      if (standing.value.takenBackAt) return problem('taken-back');
      if (standing.value.version !== input.version) return problem('changed-meanwhile', asFields(standing.value));
      const facts = (await isTopic(tx, input.topicId)) ? await womenNamed(tx, viewer, input) : null;
      if (!facts) return problem('not-found');
      await tx.peerLesson.update({ where: { id: before.id }, data: columnsOf(facts), select: { id: true } });
      await writeLearners(tx, before.id, facts.learnerIds);
      const { day, topic, minutes, women } = before;
      const kept = { id: before.id, unitId: input.unitId };
      const change = { before: { day, topicId: topic.id, minutes, women }, after: told(facts) };
      await note(tx, viewer, { verb: 'changed', action: 'correctPeerLesson', ...kept, change });
      return ok(kept);
    }),
  );
}

/** Takes back what was noted by mistake: it counts nowhere any more, the row stays. Taken back already, it is so. */
export async function takeBackPeerLesson(
  viewer: Viewer,
  { lessonId }: TakeBackLessonInput,
): Promise<Result<Kept, TakeBackLessonProblem>> {
  const lesson = await findPeerLesson(viewer, lessonId);
  if (!lesson) return problem('not-found');
  return countedTransaction(async (tx): Promise<Result<Kept, TakeBackLessonProblem>> => {
    const standing = await hold(tx, viewer, lesson);
    if (!standing.ok) return standing;
    const kept = { id: lessonId, unitId: lesson.unit.id };
    if (standing.value.takenBackAt) return ok(kept);
    const data = { takenBackAt: new Date(), takenBackById: viewer.accountId };
    await tx.peerLesson.update({ where: { id: lessonId }, data, select: { id: true } });
    const { day, minutes, women } = lesson;
    await note(tx, viewer, {
      verb: 'ended',
      action: 'takeBackPeerLesson',
      ...kept,
      change: { day, minutes, women },
    });
    return ok(kept);
  });
}

/** The lesson as it stands, held until the end of the transaction, where she may change it. */
async function hold(tx: Transaction, viewer: Viewer, { id, unit }: Pick<PeerLesson, 'id' | 'unit'>) {
  await tx.$queryRaw`SELECT 1 FROM peer_lesson WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.peerLesson.findUniqueOrThrow({
    where: { id },
    select: { ...noted, teacherId: true, takenBackAt: true, version: true, createdAt: true },
  });
  const whose = { unitPath: unit.path, recordedById: row.recordedById, recordedAt: row.createdAt };
  if (mayChange(viewer, whose)) return ok(row);
  return problem(row.recordedById === viewer.accountId ? 'own-time-over' : 'not-allowed');
}

type Fields = {
  onDay: Date;
  topicId: string;
  minutes: number;
  women: number;
  teacherId: string | null;
  version: number;
};

/** The lesson as the form's fields hold it, to be shown beside the typed values. */
const asFields = ({ onDay, topicId, minutes, women, teacherId, version }: Fields) => ({
  day: fromDate(onDay) as Day,
  topicId,
  minutes: String(minutes),
  women: String(women),
  teacherId: teacherId ?? '',
  version: String(version),
});

async function worded<Value, Problem extends string>(run: () => Promise<Result<Value, Problem>>) {
  try {
    return await run();
  } catch (error) {
    const name = problemOf(refusal(error));
    if (name) return name;
    throw error;
  }
}
