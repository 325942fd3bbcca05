import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type CoverageView, readView } from '@/domain/coverage/view/view';
import { getViewer } from '@/server/sign-in/session';
import { queryOf } from './[communeId]/query';
import { lookAt } from './look';

type Ticked = { viewer: Viewer; view: CoverageView; communeIds: string[]; all: boolean };

/** The places of the table that are ticked, or all that it shows where none is (`all`: of every kind); null where none of them is hers to see. */
export async function tickedPlaces(request: Request): Promise<Ticked | null> {
  const viewer = await getViewer();
  if (!viewer || !mayAnywhere(viewer, 'coverage.see')) return null;
  const view = readView(queryOf(request));
  const { rows } = await lookAt(viewer, view);
  const slugs = new URL(request.url).searchParams.getAll('chosen');
  const places = slugs.length > 0 ? rows.filter(({ slug }) => slugs.includes(slug)) : rows;
  const all = slugs.length === 0 && view.kind === null;
  return places.length === 0 ? null : { viewer, view, communeIds: places.map(({ communeId }) => communeId), all };
}
