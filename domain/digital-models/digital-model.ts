import { z } from 'zod';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';
import type { UnitLevel } from '@/domain/units/unit';
import { versionInput } from '@/domain/version';
import { factInputs } from './facts';
import { householdsChosen } from './households/household';

export const modelKinds = [
  'digital_womens_club',
  'digital_sub_association',
  'one_plus_one_instructor',
  'digital_family',
] as const;
export type ModelKind = (typeof modelKinds)[number];

/**
 * The levels that host each kind: a club and a recognition belong to a sub-association, the others to a group as
 * well.
 */
const hostLevels: Record<ModelKind, readonly UnitLevel[]> = {
  digital_womens_club: ['sub_association'],
  digital_sub_association: ['sub_association'],
  one_plus_one_instructor: ['sub_association', 'group'],
  digital_family: ['sub_association', 'group'],
};

export const hostLevelsOf = (kind: ModelKind) => hostLevels[kind];
export const fits = (kind: ModelKind, level: UnitLevel) => hostLevels[kind].includes(level);

/** Kinds of which a unit has one at a time: the recognition itself, and the frame its 1+1 pairs belong to. */
export const standsOnce = (kind: ModelKind) => kind === 'digital_sub_association' || kind === 'one_plus_one_instructor';

export const boardOffices = ['head', 'deputy', 'secretary', 'member'] as const;
export type BoardOffice = (typeof boardOffices)[number];

/** Members of its own: a Digital Sub-association is the recognition of a sub-association, whose members are not its own. */
export const keepsMembers = (kind: ModelKind) => kind !== 'digital_sub_association';

export const foundInput = z.object({
  kind: z.enum(modelKinds),
  unitId: idInput,
  ...factInputs,
  status: z.enum(['planned', 'active']),
  activeFrom: optional(dayInput),
  /** of a club: whose good practice it begins with */
  practiceId: optional(idInput),
  /** of a recognition granted at once, without its criteria: why */
  reason: optional(prose(3, 500)),
  ...householdsChosen,
});
type Households = 'headPersonIds' | 'sizes';
/** Only a Digital Family is founded with households. */
export type FoundInput = Omit<z.output<typeof foundInput>, Households> &
  Partial<Pick<z.output<typeof foundInput>, Households>>;

export const editInput = z.object({
  modelId: idInput,
  version: versionInput,
  ...factInputs,
});
export type EditInput = z.output<typeof editInput>;
