import { spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { personsKeptWithin } from '@/domain/people/person';
import { findMember } from '@/domain/people/queries';
import { ok, problem, type Result } from '@/domain/result';
import { queueFor } from '@/domain/trainings/booking/booking-writes';
import { listTrainers } from '@/domain/trainings/form-queries';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { db, refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { decisionFor, type HandoverInput, type HandoverItem } from './handover';
import { itemsOf } from './handover-items';
import {
  areStillHers,
  coveredNear,
  type Passed,
  refusalOfAccounts,
  refusalOfMembers,
  refusalOfPairs,
  takers,
} from './handover-rules';
import { endCard, holdForHandover, writes } from './handover-writes';

type Refused = 'needs-two' | 'holds-already' | 'couple-stands' | 'same-person' | 'trainer-taken' | 'merged-meanwhile';
export type HandoverProblem =
  | 'not-found'
  | 'not-allowed'
  | 'nothing-to-hand-over'
  | 'too-far-ahead'
  | 'more-appeared'
  | 'undecided'
  | 'successor-herself'
  | 'successor-no-member'
  | 'not-a-trainer'
  | 'no-account'
  | 'instructor-full'
  | 'period-locked'
  | 'loses-coverage'
  | Refused;

/** The database's rules, and what they are called when something is handed over. */
const refused: Record<string, Refused> = {
  one_head: 'holds-already',
  one_office: 'holds-already',
  one_board_head: 'holds-already',
  one_board_seat: 'holds-already',
  one_role: 'holds-already',
  one_pair_a_couple: 'couple-stands',
  no_self_pair: 'same-person',
  trainer_taken: 'trainer-taken',
  merged_record: 'merged-meanwhile',
  // a role for the whole province is given on the page of the account, where two decide it
  second_pair_needed: 'needs-two',
};

/**
 * Hands over all that hangs on a woman who leaves, from a day on: each thing to a member within the viewer's reach,
 * or it ends. 'loses-coverage' names units first; sending again confirms.
 */
export async function handOver(
  viewer: Viewer,
  input: HandoverInput,
): Promise<Result<{ id: string; passed: number }, HandoverProblem>> {
  const { personId, day } = input;
  const where = { id: personId, ...personsKeptWithin(viewer, 'people.see') };
  const person = await db.person.findFirst({ where, select: { id: true, keeperUnitId: true } });
  if (!person) return problem('not-found');
  const may = await db.person.count({ where: { id: personId, ...personsKeptWithin(viewer, 'merging.hand-over') } });
  if (may === 0) return problem('not-allowed');
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (day > latest) return problem('too-far-ahead', { day: latest });
  const successors = successorsOf(input);
  if (successors.includes(personId)) return problem('successor-herself');
  const women = await Promise.all(successors.map((id) => findMember(viewer, id)));
  const strangers = successors.filter((_, at) => women[at] === null);
  if (!strangers.every((id) => onlyTeaches(input, id))) return problem('not-found');

  try {
    return await countedTransaction(async (tx) => {
      await holdForHandover(tx, person.keeperUnitId, personId, successors);
      const members = successors.filter((id) => !onlyTeaches(input, id));
      if (!(await areStillHers(tx, viewer, personId, members))) return problem('not-found');
      const items = (await itemsOf(tx, viewer, personId, day)).filter(({ ways }) => ways.length > 0);
      if (items.length === 0) return problem('nothing-to-hand-over');
      const decided = await decide(tx, viewer, items, input);
      if (!decided.ok) return decided;
      const before = await coveredNear(tx, personId, day);
      for (const { id, kind, to } of decided.value)
        await writes[kind](tx, viewer, { id, personId, to, day, reason: input.reason });
      await checkNothingLeft(tx, viewer, input, decided.value);
      await endCard(tx, viewer, personId);
      const lost = await lostSince(tx, before, input);
      if (lost.ids !== (input.despite ?? '')) throw new CoverageLost(lost);
      await record(tx, viewer, {
        verb: 'changed',
        action: 'handOver',
        subjectType: 'person',
        subjectId: personId,
        unitId: person.keeperUnitId,
        change: { day, items: decided.value.map(({ key, to }) => ({ key, to })) },
      });
      return ok({ id: personId, passed: decided.value.length });
    });
  } catch (error) {
    if (error instanceof CoverageLost) return problem('loses-coverage', error.lost);
    const name = refused[refusal(error) ?? ''];
    if (name) return problem(name);
    throw error;
  }
}

/** Leaves the transaction: she has not been told yet which units lose their coverage. */
class CoverageLost extends Error {
  constructor(readonly lost: { ids: string; units: string; count: string }) {
    super('coverage lost');
  }
}

async function lostSince(tx: Transaction, before: Awaited<ReturnType<typeof coveredNear>>, input: HandoverInput) {
  const after = new Set((await coveredNear(tx, input.personId, input.day)).map(({ id }) => id));
  const lost = before.filter(({ id }) => !after.has(id));
  return {
    ids: lost.map(({ id }) => id).join(','),
    units: lost.map(({ name }) => name).join(', '),
    count: String(lost.length),
  };
}

const successorsOf = ({ allTo, choices }: HandoverInput) => [
  ...new Set([...(allTo ? [allTo] : []), ...choices.map(({ to }) => to)].filter((to) => to.length > 5)),
];

/** A trainer who is no member may take over sessions, which asks for the role of a trainer; and nothing else. */
const onlyTeaches = ({ allTo, choices }: HandoverInput, id: string) =>
  id !== allTo && choices.every(({ key, to }) => to !== id || key.startsWith('session:'));

async function decide(
  tx: Transaction,
  viewer: Viewer,
  items: HandoverItem[],
  input: HandoverInput,
): Promise<Result<Passed[], HandoverProblem>> {
  const passed: Passed[] = [];
  for (const item of items) {
    if (!input.choices.some(({ key }) => key === item.key)) return problem('more-appeared');
    const decision = decisionFor(item, input);
    if (!decision) return problem('undecided');
    if (decision.way !== 'keep') passed.push({ ...item, to: decision.way === 'end' ? null : decision.to });
  }
  const wrong =
    (await refusalOfMembers(tx, passed, input.day)) ??
    (await refusalOfAccounts(tx, passed)) ??
    (await refusalOfPairs(tx, passed, input.day)) ??
    (await refusalOfSessions(tx, viewer, passed));
  return wrong ?? ok(passed);
}

/** The successor for a session holds the role of a trainer there and is free; else it is said which session clashes. */
async function refusalOfSessions(tx: Transaction, viewer: Viewer, passed: Passed[]) {
  const taken = passed.filter(({ kind, to }) => kind === 'session' && to !== null);
  if (taken.length === 0) return null;
  await queueFor(tx, takers(passed, 'session'));
  const sessions = await tx.session.findMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      unit: { select: { unitSpans: spanToday() } },
    },
    take: taken.length,
  });
  for (const { id, what, to, since } of taken) {
    const session = sessions.find((each) => each.id === id);
    const trainers = await listTrainers(viewer, session?.unit.unitSpans[0]?.communeId ?? '');
    if (!trainers.some((trainer) => trainer.id === to)) return problem('not-a-trainer', { session: what });
    const clash = await tx.sessionTrainer.count({
      where: {
        trainerId: to ?? '',
        sessionId: { not: id },
        state: { in: ['approved', 'held'] },
        startsAt: { lt: session?.endsAt ?? new Date() },
        endsAt: { gt: session?.startsAt ?? new Date() },
      },
    });
    if (clash > 0) return problem('trainer-taken', { session: what, day: since });
  }
  return null;
}

/** The promise itself, asked of the database before anything is kept: a fault here is ours, not hers. */
async function checkNothingLeft(tx: Transaction, viewer: Viewer, { personId, day }: HandoverInput, passed: Passed[]) {
  const keys = new Set(passed.map(({ key }) => key));
  const left = (await itemsOf(tx, viewer, personId, day)).filter(({ key }) => keys.has(key));
  if (left.length > 0) throw new Error(`handed over and still hers: ${left.map(({ key }) => key).join(', ')}`);
}
