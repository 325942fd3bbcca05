import { redirect } from 'next/navigation';
import { addressOf } from '../../reminders/new/asked';
import { mayRemindPlaces } from '../look';
import { tickedPlaces } from '../ticked';

/** `GET …/remind?chosen=…`: whom to remind of what the ticked communes lack, before anybody is. Those that lack nothing are left out there. */
export async function GET(request: Request) {
  const ticked = await tickedPlaces(request);
  if (!ticked || !mayRemindPlaces(ticked.viewer)) return new Response(null, { status: 404 });
  redirect(addressOf({ unitIds: ticked.communeIds }) as never);
}
