import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Role } from '@/domain/access/permissions';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';

/** Deeds that may need a second person, by the command that does them (0262). */
export const secondActions = [
  'exportPersons',
  'giveRole',
  'undoImport',
  'erasePerson',
  'resetFactors',
  'changeRule',
  'changeKeys',
] as const;
export type SecondAction = (typeof secondActions)[number];

/** What several commands do. */
export const GIVE_ROLE = 'giveRole' as const;
export const EXPORT_PERSONS = 'exportPersons' as const;

const officials: readonly Role[] = ['province_official', 'commune_official'];
const administrators: readonly Role[] = ['system_administrator', 'province_official'];

/** Who may be the second, at the place of the deed or above; the database holds the same (`app.seconds_for`). */
export const seconds: Record<SecondAction, readonly Role[]> = {
  exportPersons: officials,
  undoImport: officials,
  erasePerson: officials,
  giveRole: administrators,
  resetFactors: administrators,
  changeRule: administrators,
  changeKeys: administrators,
};

/** The same for one deed: a role of the administrator is agreed to by another administrator. */
export const secondsFor = (action: SecondAction, role?: Role | null): readonly Role[] =>
  action === 'giveRole' && role === 'system_administrator' ? ['system_administrator'] : seconds[action];

/** One that always needs two, whatever the province rules. */
export const ALWAYS: SecondAction = 'resetFactors';

/**
 * What comes once the second has agreed: whoever asked takes a list or changes the keys herself, an import is taken back part by part on its page,
 * and anything else is done with her word.
 */
export type Next = 'list' | 'keys' | 'undo' | 'now';
const nexts: Partial<Record<SecondAction, Next>> = { exportPersons: 'list', changeKeys: 'keys', undoImport: 'undo' };
export const nextOf = (action: SecondAction): Next => nexts[action] ?? 'now';

/** A request waits this long for its answer, and what was agreed to may be done as long again where whoever asked does it herself. */
export const SECOND_HOURS = 72;

export type Content = Record<string, unknown>;

/** What exactly is to be done: where, of how many, and its whole content, which names nobody. */
export type Deed = {
  what: SecondAction;
  unitId: string | null;
  count: number;
  role?: Role;
  content: Content;
  /** with what was done before without anybody's word, where several small ones are a large one */
  countInAll?: number;
};

/** The word of the second: which request she agrees to, and who she is. */
export type Second = { requestId: string; by: string };

/** `asked`: it waits for somebody else now. Otherwise it may be done, by the request that two agreed on or by none. */
export type Standing = { asked: boolean; requestId: string | null };
/** One is enough. */
export const ALONE: Standing = { asked: false, requestId: null };
/** 'not-apart': one of the two gave the other her role, or the role of the second is younger than what was asked. */
export type StandingProblem = 'already-asked' | 'request-over' | 'same-person' | 'not-apart' | 'changed-meanwhile';

/** What the tables refuse of it, as it is told: a page that was read before another tab, or another second, was faster. */
export const refusedOfSecond: Readonly<Record<string, StandingProblem>> = {
  second_pair_needed: 'changed-meanwhile',
  second_pair_stays: 'request-over',
  second_pair_over: 'request-over',
  second_pair_same_person: 'same-person',
  second_pair_no_right: 'not-apart',
  second_pair_not_apart: 'not-apart',
};

/** A list may have grown by a twentieth since it was asked for: in a commune somebody joins each day. */
const growing: ReadonlySet<SecondAction> = new Set([EXPORT_PERSONS]);
/** So many have to be agreed to for a deed of so many. */
export const countAgreedFor = ({ what, count }: Pick<Deed, 'what' | 'count'>): number =>
  growing.has(what) ? Math.ceil(count / 1.05) : count;

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
};

/** What the whole deed comes to: another place, number or content is another one. How long a list is, is compared beside it. */
export const deedHash = ({ what, unitId, count, role, content }: Deed): Uint8Array<ArrayBuffer> => {
  const hashed = { what, unitId, role, content, ...(!growing.has(what) && { count }) };
  return new Uint8Array(
    createHash('sha256')
      .update(JSON.stringify(ordered(hashed)))
      .digest(),
  );
};

export const answerInput = z.object({ requestId: idInput });
export const refuseInput = z.object({ requestId: idInput, reason: line(3, 200) });
export const ruleInput = z.object({
  action: z.enum(secondActions),
  /** empty: one is enough */
  fromCount: optional(z.coerce.number().int().min(1).max(1_000_000)),
  reason: line(3, 200),
});
export const keysInput = z.object({ reason: line(3, 200) });
export type KeysInput = z.output<typeof keysInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type RefuseInput = z.output<typeof refuseInput>;
export type RuleInput = z.output<typeof ruleInput>;

/** A rule as it holds today; `fromCount` null: one is enough; `setBy` null: as the portal came. */
export type SecondRule = {
  action: SecondAction;
  fromCount: number | null;
  setAt: Date;
  setBy: string | null;
  reason: string | null;
};

/** A request as its page shows it: to whoever asked, and to whoever may answer. */
export type SecondRequest = {
  id: string;
  action: SecondAction;
  content: Content;
  count: number;
  unitName: string | null;
  role: Role | null;
  /** the first figures of its hash: both see that it is the same */
  mark: string;
  askedBy: string;
  askedAt: Date;
  until: Date;
  state: 'waiting' | 'agreed' | 'done' | 'refused' | 'over';
  answeredBy: string | null;
  answeredAt: Date | null;
  reason: string | null;
  /** an invitation that two agreed to and that goes by no letter: its link was given to nobody yet */
  linkWaits: boolean;
};
