import { listWomenNear } from '@/domain/peer-lessons/choice-queries';
import { nearInput } from '@/domain/peer-lessons/phone/delivery';
import { ok } from '@/domain/result';
import { answer } from '../../answer';

/** Whom a lesson at a place of hers may be about; the phone shows it and keeps none of it. */
export const POST = (request: Request) =>
  answer(request, nearInput, async (viewer, { unitId }) => ok(await listWomenNear(viewer, unitId)));
