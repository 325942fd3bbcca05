import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate } from '@/domain/days/day';
import { membersWithin } from '@/domain/people/person';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import type { LessonInput } from './peer-lesson';
import { womenOf } from './taps';

type Facts = Omit<LessonInput, 'id'>;

/** The columns that say what happened. */
export const columnsOf = (facts: Facts) => ({
  unitId: facts.unitId,
  onDay: toDate(facts.day),
  topicId: facts.topicId,
  minutes: facts.minutes,
  teacherId: facts.teacherId ?? null,
  women: womenOf(facts),
});

/**
 * The women named, by the records that hold them today: a phone may name one that has gone into another since. One whom the viewer does
 * not reach as a member is not found.
 */
export async function womenNamed<Input extends Pick<Facts, 'teacherId' | 'learnerIds'>>(
  tx: Transaction,
  viewer: Viewer,
  facts: Input,
) {
  const said = [...new Set([...(facts.teacherId ? [facts.teacherId] : []), ...facts.learnerIds])];
  if (said.length === 0) return facts;
  const rows = await tx.$queryRaw<{ said: string; id: string | null }[]>`
    SELECT s AS said, app.record_today(s::uuid)::text AS id FROM unnest(${said}::text[]) s`;
  const today = new Map(rows.map(({ said, id }) => [said, id ?? said]));
  const ids = [...new Set(today.values())];
  const known = await tx.person.count({ where: { id: { in: ids }, ...membersWithin(viewer) } });
  if (known < ids.length) return null;
  const of = (id: string) => today.get(id) ?? id;
  const learnerIds = [...new Set(facts.learnerIds.map(of))];
  return { ...facts, learnerIds, ...(facts.teacherId ? { teacherId: of(facts.teacherId) } : {}) };
}

/** Is it a topic of the campaign? One that is taught no more may still be said of earlier days. */
export const isTopic = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.skill.count({ where: { id, campaignTopic: true } })) > 0;

/** Whoever learned and is named, anew. */
export async function writeLearners(tx: Transaction, lessonId: string, personIds: readonly string[]): Promise<void> {
  await tx.peerLearner.deleteMany({ where: { lessonId, personId: { notIn: [...personIds] } } });
  await tx.peerLearner.createMany({
    data: personIds.map((personId) => ({ lessonId, personId })),
    skipDuplicates: true,
  });
}

/** What the trail keeps of a lesson: how many, never who. */
export const told = (facts: Facts) => ({
  day: facts.day,
  topicId: facts.topicId,
  minutes: facts.minutes,
  women: womenOf(facts),
  named: facts.learnerIds.length + (facts.teacherId ? 1 : 0),
});

type Deed = {
  verb: 'created' | 'changed' | 'ended';
  action: string;
  id: string;
  unitId: string;
  change: Record<string, unknown>;
};

/** A line of the trail. */
export const note = (tx: Transaction, viewer: Viewer, { verb, action, id, unitId, change }: Deed) =>
  record(tx, viewer, { verb, action, subjectType: 'peer-lesson', subjectId: id, unitId, change });

/** How the database's own refusal of a place is told. */
export const problemOf = (rule: string | undefined) =>
  rule === 'peer_lesson_place' ? problem('not-there-then') : null;
