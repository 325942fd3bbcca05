import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { endingFields, saysWhen, whenNeeded } from '@/domain/days/ending';
import { idInput } from '@/domain/id';
import { type Picture, pictureFields } from '@/domain/pictures/picture';
import { line, optional, prose } from '@/domain/texts/text';
import { tick } from '@/domain/tick';
import { versionInput } from '@/domain/version';
import { type ModelKind, modelKinds } from '../digital-model';

/** Records of a model that can be counted beside a criterion today; activities of the last thirty days. */
export const countedBys = ['board', 'members', 'households', 'pairs', 'activities'] as const;
export type CountedBy = (typeof countedBys)[number];
export type Counts = Record<CountedBy, number>;

export type Counted = { by: CountedBy; least: number };
export type Criterion = { id: string; label: { vi: string; en: string }; required: boolean; counted: Counted | null };

/** A checklist from a day on. The one in force judges; a planned one can be changed until its first day. */
export type Edition = {
  id: string;
  kind: ModelKind;
  edition: number;
  from: Day;
  to: Day | null;
  version: number;
  decidedBy: string | null;
  criteria: Criterion[];
};
export type EditionsOfKind = { inForce: Edition | null; planned: Edition | null; past: Edition[] };

export const CRITERIA_MAX = 20;

/** A criterion as it stands for one model; `counted` beside it is what the records say today. */
export type CriterionState = Omit<Criterion, 'counted'> & {
  counted: (Counted & { count: number }) | null;
  met: { id: string; since: Day; evidence: string | null; picture: Picture | null; judgedBy: string | null } | null;
};

/** One judgement of a model, of this checklist or an earlier one. */
export type Judgement = {
  id: string;
  label: { vi: string; en: string };
  edition: number;
  from: Day;
  to: Day | null;
  evidence: string | null;
  picture: Picture | null;
  judgedBy: string | null;
  endedBy: string | null;
  endReason: string | null;
};

export const meetInput = z.object({
  modelId: idInput,
  criterionId: idInput,
  day: dayInput,
  evidence: optional(prose(1, 1000)),
  ...pictureFields,
});
export type MeetInput = z.output<typeof meetInput>;

export const unmeetInput = z
  .object({ modelId: idInput, criterionId: idInput, ...endingFields, reason: line(3, 300) })
  .refine(saysWhen, whenNeeded);
export type UnmeetInput = z.output<typeof unmeetInput>;

export const planInput = z.object({ kind: z.enum(modelKinds), from: dayInput });
export type PlanInput = z.output<typeof planInput>;

const planned = { listId: idInput, version: versionInput };

export const moveInput = z.object({ ...planned, from: dayInput });
export type MoveInput = z.output<typeof moveInput>;

export const dropInput = z.object(planned);
export type DropInput = z.output<typeof dropInput>;

export const criterionInput = z.object({
  ...planned,
  /** without it a new one, at the end */
  criterionId: optional(idInput),
  labelVi: line(3, 200),
  labelEn: line(3, 200),
  required: tick,
  countedBy: optional(z.enum(countedBys)),
  countedLeast: optional(
    z.coerce.number('not-a-number').int('not-a-number').min(1, 'at-least-one').max(999, 'too-large'),
  ),
});
export type CriterionInput = z.output<typeof criterionInput>;

export const arrangeInput = z.object({ ...planned, criterionId: idInput, step: z.enum(['up', 'down', 'remove']) });
export type ArrangeInput = z.output<typeof arrangeInput>;
