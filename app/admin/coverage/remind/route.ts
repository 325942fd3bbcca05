import { redirect } from 'next/navigation';
import { addressOf } from '../../reminders/new/asked';
import { chosenPlaces } from '../chosen';
import { mayRemindPlaces } from '../look';

/** `GET …/remind?chosen=…`: whom to remind of what the ticked communes lack, before anybody is. Those that lack nothing are left out there. */
export async function GET(request: Request) {
  const chosen = await chosenPlaces(request);
  if (!chosen || !mayRemindPlaces(chosen.viewer)) return new Response(null, { status: 404 });
  redirect(addressOf({ unitIds: chosen.communeIds }) as never);
}
