import { isId } from '@/domain/id';
import type { Hint } from './hint';

/** What hints are ordered by: the strongest first, those of one model together. */
export type HintKey = { strength: number; modelId: string; hint: string };

export const keyOfHint = ({ strength, modelId, hint }: HintKey): string => `${strength}:${modelId}:${hint}`;

/** The key that an address carries; null where it is none. */
export function hintKeyFrom(text: string | undefined): HintKey | null {
  const [strength, modelId, hint] = (text ?? '').split(':');
  return modelId && hint && isId(modelId) ? { strength: Number(strength) || 0, modelId, hint } : null;
}

const compared = (one: string, other: string) => Number(one > other) - Number(one < other);

export const inOrder = (one: HintKey, other: HintKey): number =>
  other.strength - one.strength || compared(one.modelId, other.modelId) || compared(one.hint, other.hint);

/** The first of several lists behind a key, each of which is in order. */
export const firstOfLists = <Row extends Pick<Hint, 'strength' | 'modelId' | 'hint'>>(
  lists: readonly (readonly Row[])[],
  after: HintKey | null,
  take: number,
): Row[] =>
  lists
    .flatMap((list) => list.filter((row) => after === null || inOrder(after, row) < 0).slice(0, take))
    .sort(inOrder)
    .slice(0, take);
