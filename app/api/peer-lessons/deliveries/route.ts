import { changedByForm } from '@/app/cache-tags';
import { lessonDrops } from '@/app/kept/drops';
import { lessonDeliveryInput } from '@/domain/peer-lessons/phone/delivery';
import { deliverPeerLessons } from '@/domain/peer-lessons/phone/delivery-commands';
import { answer } from '../../answer';

/** Takes what a phone noted; answers with what it may forget. */
export async function POST(request: Request) {
  const answered = await answer(request, lessonDeliveryInput, deliverPeerLessons);
  if (answered.ok) changedByForm(...lessonDrops);
  return answered;
}
