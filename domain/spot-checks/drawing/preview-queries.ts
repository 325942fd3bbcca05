import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { expectedDoubt } from '../band';
import { listOfficials, previewCovered } from './list-queries';
import type { DrawPreview } from './preview';
import { allotted, strataOf } from './stratum';

/** Told of a draw before it: as if so many of ten units held. */
const EXPECTED = 0.9;

/** What a draw would come to, without drawing: nobody learns which units. Null where nothing is covered on the day. */
export async function previewDraw(viewer: Viewer, day: Day, percent: number): Promise<DrawPreview | null> {
  const [covered, officials] = await Promise.all([previewCovered(viewer, day), listOfficials(viewer)]);
  if (covered.length === 0) return null;
  const strata = allotted(
    strataOf(covered).map(({ name, units }) => ({ name, size: units.length })),
    percent,
  );
  return {
    listed: covered.length,
    drawn: strata.reduce((sum, { drawn }) => sum + drawn, 0),
    strata,
    doubt: expectedDoubt(strata, EXPECTED),
    officials: officials.length,
  };
}
