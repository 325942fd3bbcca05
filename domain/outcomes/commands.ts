import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { LearnedLevel } from '@/domain/scales/learned-level';
import { holdSessions } from '@/domain/session-writes';
import type { SessionToChange } from '@/domain/trainings/plan';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { compareCells, drawnFrom, keyOf, mayOnSession, type RecordOutcomesInput, readDrawn } from './outcome';
import { findOutcomeSession } from './queries';

export type OutcomeProblem = 'not-found' | 'not-allowed' | 'not-there' | 'changed-meanwhile';

/**
 * Writes what women who were there can do, as far as the form changed it. `changed-meanwhile`: two changed a cell to
 * different levels. `not-there`: the register does not have her as there, or no longer.
 */
export async function recordOutcomes(
  viewer: Viewer,
  input: RecordOutcomesInput,
): Promise<Result<{ id: string }, OutcomeProblem>> {
  const session = await findOutcomeSession(viewer, input.sessionId);
  if (!session) return problem('not-found');
  if (!mayOnSession(viewer, 'outcomes.record', session.facts)) return problem('not-allowed');
  try {
    return await transaction((tx) => write(tx, viewer, session, input));
  } catch (error) {
    if (refusal(error) === 'learned_by_present' || refusal(error) === 'learned_of_course') return problem('not-there');
    throw error;
  }
}

async function write(tx: Transaction, viewer: Viewer, session: SessionToChange, input: RecordOutcomesInput) {
  // two forms of one session, one after the other
  await holdSessions(tx, [session.id], 'seats');
  const there = await thereIn(tx, session.id);
  const standing = await levelsIn(tx, session.id);
  const drawn = readDrawn(input.drawn);
  const sent = new Map<string, LearnedLevel | ''>(Object.entries(input.level));
  const { set, cleared, conflicts } = compareCells(sent, drawn, standing);
  const [fillSkill = '', fillLevel] = (input.fill?.split('.') ?? []) as [string?, LearnedLevel?];
  const filled = fillLevel
    ? there
        .map((id) => keyOf(id, fillSkill))
        .filter((key) => !sent.get(key) && !standing.has(key))
        .map((key) => ({ key, level: fillLevel }))
    : [];
  const all = [...set, ...filled];
  if ([...all.map(({ key }) => key), ...cleared].some((key) => !there.includes(key.split('.')[0] ?? '')))
    return problem('not-there');
  if (conflicts.length > 0) {
    const now = Object.fromEntries([...sent.keys()].map((key) => [`level[${key}]`, standing.get(key) ?? '']));
    return problem('changed-meanwhile', { ...now, drawn: drawnFrom(standing) });
  }
  await writeLevels(tx, viewer, all);
  await clearLevels(tx, cleared);
  if (all.length + cleared.length > 0)
    await record(tx, viewer, {
      verb: 'changed',
      action: 'recordOutcomes',
      subjectType: 'session',
      subjectId: session.id,
      unitId: session.unitId,
      change: { recorded: all.length, cleared: cleared.length },
    });
  return ok({ id: session.id });
}

async function thereIn(tx: Transaction, sessionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM attendance a JOIN enrolment e ON e.id = a.enrolment_id
    WHERE a.session_id = ${sessionId}::uuid AND a.mark IN ('present', 'late') AND e.erased_on IS NULL AND e.state <> 'merged'`;
  return rows.map(({ id }) => id);
}

async function levelsIn(tx: Transaction, sessionId: string): Promise<Map<string, LearnedLevel>> {
  const rows = await tx.$queryRaw<{ key: string; level: LearnedLevel }[]>`
    SELECT l.enrolment_id || '.' || l.skill_id AS key, l.level::text FROM learned_skill l JOIN enrolment e ON e.id = l.enrolment_id
    WHERE e.session_id = ${sessionId}::uuid ORDER BY 1`;
  return new Map(rows.map(({ key, level }) => [key, level]));
}

const halves = (keys: readonly string[]) => [0, 1].map((at) => keys.map((key) => key.split('.')[at] ?? ''));

async function writeLevels(tx: Transaction, viewer: Viewer, cells: readonly { key: string; level: LearnedLevel }[]) {
  const [enrolments, skills] = halves(cells.map(({ key }) => key));
  await tx.$executeRaw`
    INSERT INTO learned_skill (enrolment_id, skill_id, level, recorded_at, recorded_by_id)
    SELECT e, s, l::learned_level, now(), ${viewer.accountId}::uuid
    FROM unnest(${enrolments}::uuid[], ${skills}::uuid[], ${cells.map(({ level }) => level)}::text[]) c (e, s, l)
    ON CONFLICT (enrolment_id, skill_id) DO UPDATE SET level = excluded.level, recorded_at = excluded.recorded_at, recorded_by_id = excluded.recorded_by_id`;
}

async function clearLevels(tx: Transaction, keys: readonly string[]) {
  const [enrolments, skills] = halves(keys);
  await tx.$executeRaw`
    DELETE FROM learned_skill l USING unnest(${enrolments}::uuid[], ${skills}::uuid[]) c (e, s)
    WHERE l.enrolment_id = c.e AND l.skill_id = c.s`;
}
