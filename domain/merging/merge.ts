import { z } from 'zod';
import { addDays, type Day, dayOf } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { MaskedPhone } from '@/domain/people/phones/phone';
import type { Host } from '@/domain/units/host';
import { versionInput } from '@/domain/version';
import { answeredInput, type LostPairDays, type ShownCrossings } from './requests/merge-crossings';

/** So long a merger can be undone. */
export const UNDO_DAYS = 30;
export const lastUndoDay = (mergedAt: Date): Day => addDays(dayOf(mergedAt), UNDO_DAYS);

/** Fields that are chosen one by one when two records become one. */
export const mergeFields = ['name', 'birthYear', 'phone', 'address', 'languages', 'keeperUnit'] as const;
export type MergeField = (typeof mergeFields)[number];

/** The record whose value holds: the survivor, or the absorbed one. */
const side = z.enum(['survivor', 'absorbed'], 'choose-one');
export type Side = z.output<typeof side>;

export type MergeChoices = Record<MergeField, Side>;
export const survivorWins: MergeChoices = {
  name: 'survivor',
  birthYear: 'survivor',
  phone: 'survivor',
  address: 'survivor',
  languages: 'survivor',
  keeperUnit: 'survivor',
};

export const mergeInput = z.object({
  survivorId: idInput,
  absorbedId: idInput,
  survivorVersion: versionInput,
  absorbedVersion: versionInput,
  name: side,
  birthYear: side,
  phone: side,
  address: side,
  languages: side,
  keeperUnit: side,
  ...answeredInput,
});
export type MergeInput = z.output<typeof mergeInput>;

export const undoMergeInput = z.object({ mergeId: idInput });
export type UndoMergeInput = z.output<typeof undoMergeInput>;

/** One of the two records as it stands beside the other; of the phone no more than its end. */
export type MergeSide = {
  id: string;
  version: number;
  name: string;
  birthYear: number | null;
  phone: MaskedPhone | null;
  address: string | null;
  languages: string[];
  keeper: Host;
  hasAccount: boolean;
};

/** Things that move with a merger, counted. */
export const movedKinds = [
  'memberships',
  'offices',
  'pairs',
  'seats',
  'models',
  'households',
  'networks',
  'taught',
  'lessons',
  'enrolments',
  'certificates',
  'qualifications',
  'skills',
  'pictures',
  'articles',
] as const;
export type MovedKind = (typeof movedKinds)[number];

/** Changes that are told before: none stands in the way, each is one she should know of. */
export type MergeTold = {
  /** pairs between the two records, which end */
  between: number;
  /** rows that overlap and become one */
  united: number;
  /** enrolled twice in one session */
  doubled: number;
  /** learners the instructor guides afterwards, where that is more than one may guide */
  learners: number | null;
  /** sealed fields of the absorbed record, to be recorded anew */
  sealed: number;
  consents: number;
  moves: { kind: MovedKind; count: number }[];
};

/** Why these two records cannot become one as they are. */
export type MergeObstacle = 'two-accounts' | 'taught-at-once' | 'seats-cross' | 'pairs-cross';
/** The same, told to somebody who keeps one of the two records alone and was asked for it. */
export type AskedObstacle = `asked-${Exclude<MergeObstacle, 'pairs-cross'>}`;

export type MergePreview = {
  survivor: MergeSide;
  absorbed: MergeSide;
  told: MergeTold;
  obstacles: MergeObstacle[];
  /** pairs the opposite way with the same woman, to be chosen from */
  crossings: ShownCrossings;
};

/** A merger as the survivor's page lists it. */
export type MergeRow = {
  id: string;
  mergedAt: Date;
  mergedBy: string;
  lastUndoDay: Day;
  undoneAt: Date | null;
  /** what pairs lost that met an opposite one; of a woman beyond the viewer's reach without her name */
  lost: (LostPairDays & { third: string | null })[];
  mayUndo: boolean;
};

/** Rows that an undo did not bring back as they were, because somebody edited them since or has the seat now. */
export type LeftAlone = { table: string; key: Record<string, unknown> };
