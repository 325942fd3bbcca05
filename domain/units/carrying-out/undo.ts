import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import type { ChangeKind } from '../restructuring/change';
import type { CommuneLine, UnitLine } from '../restructuring/preview';

/** A restructuring to be taken back as it was previewed. */
export const undoInput = z.object({ changeId: idInput, digest: z.string().regex(/^[0-9a-f]{64}$/) });
export type UndoInput = z.output<typeof undoInput>;

/** The differences that taking a restructuring back makes: found by doing it. */
export type UndoPreview = {
  unitId: string;
  kind: ChangeKind;
  from: Day;
  /** its day is still to come: it is withdrawn rather than undone */
  ahead: boolean;
  units: UnitLine[];
  communes: CommuneLine[];
  /** the seal of all this, repeated by who confirms it */
  digest: string;
};

export type UndoProblem =
  | 'not-found'
  | 'not-allowed'
  | 'already-undone'
  | 'nothing-kept'
  | 'newer-change'
  | 'newer-rows'
  | 'period-locked'
  | 'no-place';
