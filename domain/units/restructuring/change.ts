import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import type { UnitKind, UnitLevel } from '../unit';

/** Changes of the tree of units, always from a day on. */
export const changeKinds = ['found', 'rename', 'change_kind', 'move', 'merge', 'split', 'close'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** So far back, and so far ahead, a restructuring may be dated: decisions come late or early, but not by years. */
export const BACK_DAYS_MAX = 730;
/** A unit is split into so many new ones, and so many are merged at once. */
export const partFields = ['part1', 'part2', 'part3', 'part4'] as const;
/** The official codes of the new units, where they are communes and the codes are known yet. */
export const codeFields = ['code1', 'code2', 'code3', 'code4'] as const;
export const SOURCES_MAX = 20;
/** Single placements beside the rule. */
export const PLACED_MAX = 2_000;

/** How people and sub-units go to several successors: all to the first, in blocks by given name, or in turn. */
export const placingRules = ['first', 'in_order', 'alternate'] as const;
export type PlacingRule = (typeof placingRules)[number];

/** The kinds that a unit of a level may have. */
export const kindsOf: Record<UnitLevel, readonly UnitKind[]> = {
  province: ['province', 'city'],
  commune: ['commune', 'ward', 'special_zone'],
  sub_association: ['hamlet', 'neighbourhood'],
  group: ['group'],
  affiliated: ['affiliated'],
};

/** The level below, where units are founded. */
export const levelBelow: Partial<Record<UnitLevel, UnitLevel>> = {
  province: 'commune',
  commune: 'sub_association',
  affiliated: 'sub_association',
  sub_association: 'group',
};

const kindInput = z.enum(['commune', 'ward', 'special_zone', 'hamlet', 'neighbourhood', 'group']);
/** The administrative code of a commune or ward: five digits, as Decision 19/2025/QĐ-TTg lists them. */
const codeInput = z
  .string()
  .trim()
  .regex(/^[0-9]{5}$/, 'not-a-code');
const nameInput = line(2, 120);
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** A restructuring as its form sends it. Of a foundation `unitId` is the unit above. */
export const planInput = z
  .object({
    kind: z.enum(changeKinds),
    unitId: idInput,
    from: dayInput,
    decision: optional(line(1, 120)),
    name: optional(nameInput),
    unitKind: optional(kindInput),
    code: optional(codeInput),
    targetId: optional(idInput),
    sources: z.array(idInput).max(SOURCES_MAX).default([]),
    part1: optional(nameInput),
    part2: optional(nameInput),
    part3: optional(nameInput),
    part4: optional(nameInput),
    code1: optional(codeInput),
    code2: optional(codeInput),
    code3: optional(codeInput),
    code4: optional(codeInput),
    keep: ticked,
    declare: ticked,
    /** the form was drawn while somebody or something had to have another place */
    occupied: ticked,
    rule: z.enum(placingRules).default('first'),
  })
  .superRefine((input, context) => {
    const needed: Record<ChangeKind, readonly ('name' | 'unitKind' | 'targetId')[]> = {
      found: ['name', 'unitKind'],
      rename: ['name'],
      change_kind: ['unitKind'],
      move: ['targetId'],
      merge: ['targetId'],
      split: [],
      close: input.occupied ? ['targetId'] : [],
    };
    for (const field of needed[input.kind])
      if (!input[field]) context.addIssue({ code: 'custom', path: [field], message: 'required' });
    if (input.kind === 'split' && partsOf(input).length < (input.keep ? 1 : 2))
      context.addIssue({ code: 'custom', path: [input.keep ? 'part1' : 'part2'], message: 'too-few-parts' });
    for (const [at, field] of codeFields.entries()) {
      const [part, code] = [partFields[at] ?? 'part1', input[field]];
      if (code && !input[part]) context.addIssue({ code: 'custom', path: [part], message: 'required' });
      if (code && codeFields.slice(0, at).some((before) => input[before] === code))
        context.addIssue({ code: 'custom', path: [field], message: 'code-twice' });
    }
  });
export type PlanInput = z.output<typeof planInput>;

type PartFields = Partial<Record<(typeof partFields)[number] | (typeof codeFields)[number], string | undefined>>;

/** The units that a split makes, as they were filled in. */
export const partsOf = (input: PartFields): { name: string; code: string | null }[] =>
  partFields.flatMap((field, at) => {
    const name = input[field];
    return name ? [{ name, code: input[codeFields[at] ?? 'code1'] ?? null }] : [];
  });

/** A place beside the rule: "<id of the person, model, pair or sub-unit> <id of the successor>". */
export const placeInput = z.object({
  planId: idInput,
  placements: z
    .array(z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/, 'not-an-id'))
    .max(PLACED_MAX)
    .default([]),
});
export type PlaceInput = z.output<typeof placeInput>;

export const confirmInput = z.object({ planId: idInput, digest: z.string().regex(/^[0-9a-f]{64}\.[0-9a-f]{64}$/) });
export type ConfirmInput = z.output<typeof confirmInput>;

/** The official code of a commune that had none, or a wrong one; `version` is the unit's that the form was drawn from. */
export const giveCodeInput = z.object({ unitId: idInput, version: versionInput, code: codeInput });
export type CodeInput = z.output<typeof giveCodeInput>;

/** A restructuring as it is kept until it is confirmed. New units have their ids already, so that they can be placed into. */
export type ChangePlan = {
  kind: ChangeKind;
  /** the unit it is about; of a foundation the unit above */
  unitId: string;
  from: Day;
  decision: string | null;
  name: string | null;
  unitKind: UnitKind | null;
  /** the unit that takes over, or the one it moves under */
  targetId: string | null;
  /** further units that are merged along */
  sources: string[];
  /** units that are founded: one of a foundation, several of a split; communes with their code where it is known yet */
  parts: { id: string; name: string; code: string | null }[];
  /** the split unit goes on, smaller */
  keep: boolean;
  /** the commune that takes over keeps its records here from the day on, where it did not yet */
  declare: boolean;
  rule: PlacingRule;
  /** single placements, by the id of what is placed */
  placed: Record<string, string>;
};

/** Units that end with this plan. */
export function closing(plan: ChangePlan): string[] {
  if (plan.kind === 'merge') return [plan.unitId, ...plan.sources];
  if (plan.kind === 'close') return [plan.unitId];
  return plan.kind === 'split' && !plan.keep ? [plan.unitId] : [];
}

/** Units whose people, models and sub-units are placed anew. */
export const emptied = (plan: ChangePlan): string[] => (plan.kind === 'split' ? [plan.unitId] : closing(plan));

/** The successors in order; none where a unit closes empty. */
export function successors(plan: ChangePlan): string[] {
  if (plan.kind === 'split') return [...(plan.keep ? [plan.unitId] : []), ...plan.parts.map(({ id }) => id)];
  return (plan.kind === 'merge' || plan.kind === 'close') && plan.targetId ? [plan.targetId] : [];
}

/** The units a plan names that stand already. */
export const involved = (plan: ChangePlan): string[] => [
  ...new Set([plan.unitId, ...plan.sources, ...(plan.targetId ? [plan.targetId] : [])]),
];

/** The place above: "/1/57/1203/" → "/1/57/". A change of a unit is decided by who answers for the unit above it. */
export const pathAbove = (path: string) => path.replace(/[^/]+\/$/, '');

export type ChangeProblem =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'no-level-below'
  | 'kind-differs'
  | 'code-taken'
  | 'level-differs'
  | 'into-itself'
  | 'inside-itself'
  | 'same-parent'
  | 'same-name'
  | 'same-kind'
  | 'too-far-back'
  | 'too-far-ahead'
  | 'before-opened'
  | 'closed-already'
  | 'later-change'
  | 'not-empty'
  | 'no-place'
  | 'period-locked';
