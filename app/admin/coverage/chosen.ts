import 'server-only';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { readView } from '@/domain/coverage/view/view';
import { getViewer } from '@/server/sign-in/session';
import { queryOf } from './[communeId]/query';
import { lookAt } from './look';

type Chosen = { viewer: Viewer; communeIds: string[]; ticked: boolean };

/** The places of the table that are ticked, or all that it shows where none is; null where none of them is hers to see. */
export async function chosenPlaces(request: Request): Promise<Chosen | null> {
  const viewer = await getViewer();
  if (!viewer || !mayAnywhere(viewer, 'coverage.see')) return null;
  const { rows } = await lookAt(viewer, readView(queryOf(request)));
  const slugs = new URL(request.url).searchParams.getAll('chosen');
  const ticked = slugs.length > 0;
  const places = ticked ? rows.filter(({ slug }) => slugs.includes(slug)) : rows;
  return places.length === 0 ? null : { viewer, communeIds: places.map(({ communeId }) => communeId), ticked };
}
