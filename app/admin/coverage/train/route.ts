import { redirect } from 'next/navigation';
import { viewQuery } from '@/domain/coverage/view/view';
import { mayTrainSomewhere } from '../look';
import { addressOf } from '../next-trainings/asked';
import { tickedPlaces } from '../ticked';

/** `GET …/train?chosen=…`: where a class is best held in the ticked communes, or in those that the table shows, each with the form of one session for the units that lack most. */
export async function GET(request: Request) {
  const ticked = await tickedPlaces(request);
  if (!ticked || !mayTrainSomewhere(ticked.viewer)) return new Response(null, { status: 404 });
  const { view, communeIds, all } = ticked;
  // a level that nobody asked for narrows nothing
  const level = viewQuery(view).indicator ? view.level : undefined;
  redirect(addressOf({ level, communeIds: all ? [] : communeIds }) as never);
}
