import { may } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import type { MissingPart, Remedy, UnitGap } from './coverage';

type There = { id: string; version: number };

/** Things at a unit on a day that only have to be put to use; the oldest of each. */
export type PartsThere = {
  /** a Digital Family that is planned or paused, with no active one beside it that lasts */
  idle: There | null;
  /** the active one, where it is still active tomorrow */
  activeId: string | null;
  /** the active one ends today: nothing is built on it any more */
  ending: boolean;
  /** the active one has no household on record */
  bare: boolean;
  /** a pair that counts there, tomorrow too, not tied to its family */
  pair: There | null;
};

/** A family that stands is activated rather than a second one founded, a pair that stands is tied rather than another made. */
export function remedyOf(missing: readonly MissingPart[], { idle, activeId, ending, bare, pair }: PartsThere): Remedy {
  if (missing.includes('households') && activeId)
    return { deed: 'house', modelId: activeId, lacks: bare ? 'households' : 'board' };
  if (missing.includes('family') || ending)
    return idle ? { deed: 'activate', modelId: idle.id, version: idle.version } : { deed: 'found' };
  if (missing.includes('tie') && activeId && pair)
    return { deed: 'tie', pairId: pair.id, version: pair.version, modelId: activeId };
  return { deed: 'pair-up', modelId: activeId };
}

/** A gap is mended from the first thing it lacks on; a pair is made before there is a family, where that is what one came for. */
export const remedyFor = ({ remedy, missing }: UnitGap, part: MissingPart): Remedy | null =>
  remedy && remedy.deed !== 'pair-up' && part === 'pair' && missing.includes('pair')
    ? { deed: 'pair-up', modelId: null }
    : remedy;

const needed = {
  found: 'digital-models.found',
  activate: 'digital-models.change-status',
  house: 'digital-models.keep-people',
  tie: 'pairs.pair-up',
  'pair-up': 'pairs.pair-up',
  recognise: 'digital-models.found',
  grant: 'digital-models.change-status',
} as const satisfies Record<Remedy['deed'], Permission>;

/** Whether she may do it at a unit of this path: what she may not do is not offered. */
export const mayRemedy = (viewer: Viewer, { deed }: Remedy, path: UnitPath): boolean => may(viewer, needed[deed], path);

/** What leads to a Digital Sub-association: founding it, or granting the one that is planned or paused. Null where that is not hers. */
export function recogniseOf(
  viewer: Viewer,
  path: UnitPath,
  there: { id: string; status: string } | null,
): Remedy | null {
  if (there?.status === 'active') return null;
  const remedy: Remedy = there ? { deed: 'grant', modelId: there.id } : { deed: 'recognise' };
  return mayRemedy(viewer, remedy, path) ? remedy : null;
}
