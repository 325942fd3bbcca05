import { redirect } from 'next/navigation';
import { chosenPlaces } from '../chosen';
import { mayTrainSomewhere } from '../look';
import { addressOf } from '../next-trainings/asked';

/** `GET …/train?chosen=…`: where a class is best held in the ticked communes, each with the form of one session for the units that lack most. */
export async function GET(request: Request) {
  const chosen = await chosenPlaces(request);
  if (!chosen || !mayTrainSomewhere(chosen.viewer)) return new Response(null, { status: 404 });
  redirect(addressOf({ communeIds: chosen.ticked ? chosen.communeIds : [] }) as never);
}
