import { z } from 'zod';
import type { Permission } from '@/domain/access/permissions';
import { withoutRoles } from '@/domain/access/roles';
import { mayWithPeople } from '@/domain/access/session-people';
import type { Viewer } from '@/domain/access/viewer';
import { idInput } from '@/domain/id';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';
import { cleanProse } from '@/domain/texts/clean-text';
import { hasBegun, type SessionFacts, standing } from '@/domain/trainings/session';

type OutcomesVerb = Extract<Permission, `outcomes.${string}`>;

/** Her roles beside that of a head, who reaches her own members and nobody else. */
export const withoutHead = (viewer: Viewer): Viewer => withoutRoles(viewer, 'sub_association_head');

/** May the viewer do this with what comes of a session? Who has to do with its people may (`session-people.ts`). */
export const mayOnSession = (viewer: Viewer, permission: OutcomesVerb, session: SessionFacts): boolean =>
  mayWithPeople(viewer, permission, session);

/** A head who is nothing else sees of a session only the women she reaches as members. */
export const seesOwnMembersOnly = (viewer: Viewer, session: SessionFacts) =>
  !mayOnSession(withoutHead(viewer), 'outcomes.see', session);

/** Something can come of a session once it has begun, unless it was refused or called off. */
export const hasOutcomes = (session: SessionFacts, now = new Date()) =>
  standing.includes(session.state) && hasBegun(session, now);

/** One woman and one skill, as a form names the two. */
export const keyOf = (enrolmentId: string, skillId: string) => `${enrolmentId}.${skillId}`;

/**
 * Levels as they stood when the form was drawn, parted by blanks (a form rewrites line ends): what has changed since is
 * seen by comparing.
 */
export const drawnFrom = (levels: ReadonlyMap<string, LearnedLevel>) =>
  [...levels].map(([key, level]) => `${key}=${level}`).join(' ');

export function readDrawn(text: string): Map<string, LearnedLevel> {
  const cells = text.split(/\s+/).map((each) => each.split('=') as [string, LearnedLevel]);
  return new Map(cells.filter(([, level]) => learnedLevels.includes(level)));
}

const CELLS_MAX = 12_000;
const keyInput = z.string().regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/);
const levelInput = z.enum(['', ...learnedLevels]);

export const recordOutcomesInput = z.object({
  sessionId: idInput,
  level: z
    .record(keyInput, levelInput)
    .refine((cells) => Object.keys(cells).length <= CELLS_MAX, 'too-long')
    .default({}),
  drawn: z
    .string()
    .max(CELLS_MAX * 90, 'too-long')
    .transform(cleanProse),
  /** all who have no level yet in this skill get this one: "<skill>.<level>" */
  fill: z
    .string()
    .regex(/^[0-9a-f-]{36}\.(saw_it|with_help|alone)$/, 'not-allowed-value')
    .optional(),
});
export type RecordOutcomesInput = z.output<typeof recordOutcomesInput>;

/**
 * The changes that a form asks for, and the cells where somebody else has written something else since it was drawn.
 */
export type OutcomeChanges = {
  set: { key: string; level: LearnedLevel }[];
  cleared: string[];
  conflicts: string[];
};

/**
 * Compares each cell as it was drawn, as it was sent and as it stands. Only what she changed is written, so that two
 * fill one table at once; what both changed differently is a conflict.
 */
export function compareCells(
  sent: ReadonlyMap<string, LearnedLevel | ''>,
  drawn: ReadonlyMap<string, LearnedLevel>,
  standingLevels: ReadonlyMap<string, LearnedLevel>,
): OutcomeChanges {
  const changes: OutcomeChanges = { set: [], cleared: [], conflicts: [] };
  for (const [key, level] of sent) {
    const [was, now] = [drawn.get(key) ?? '', standingLevels.get(key) ?? ''];
    if (level === was || level === now) continue;
    if (now !== was) changes.conflicts.push(key);
    else if (level === '') changes.cleared.push(key);
    else changes.set.push({ key, level });
  }
  return changes;
}

export type OutcomeSkill = { id: string; nameVi: string; nameEn: string };

/** A woman whom the register has as there, with what she can do now. */
export type OutcomePerson = {
  enrolmentId: string;
  personId: string | null;
  name: string;
  birthYear: number | null;
  late: boolean;
  levels: Record<string, LearnedLevel>;
};

export type Outcomes = {
  skills: OutcomeSkill[];
  people: OutcomePerson[];
  drawn: string;
  may: { record: boolean; report: boolean };
};

/** How many have reached a level or more in a skill, and how many have none recorded. */
export function countLevels(people: readonly OutcomePerson[], skillId: string) {
  const count = (level: LearnedLevel | undefined) => people.filter(({ levels }) => levels[skillId] === level).length;
  return {
    saw_it: count('saw_it'),
    with_help: count('with_help'),
    alone: count('alone'),
    open: count(undefined),
  };
}
