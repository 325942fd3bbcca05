import type { MissingPart, Remedy } from './coverage';

/** Things at a unit on a day that only have to be put to use; the oldest of each. */
export type PartsThere = {
  unitId: string;
  /** a Digital Family that is planned or paused, with no active one beside it */
  idleId: string | null;
  activeId: string | null;
  pairId: string | null;
};

/** A family that stands is activated rather than a second one founded, a pair that stands is tied rather than another made. */
export function remedyOf(missing: readonly MissingPart[], there: PartsThere | undefined): Remedy {
  const { idleId = null, activeId = null, pairId = null } = there ?? {};
  if (missing.includes('family')) return idleId ? { deed: 'activate', modelId: idleId } : { deed: 'found' };
  if (missing.includes('tie') && activeId && pairId) return { deed: 'tie', pairId, modelId: activeId };
  return { deed: 'pair-up', modelId: activeId };
}
