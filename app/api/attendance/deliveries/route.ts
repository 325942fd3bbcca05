import { deliveryInput } from '@/domain/attendance/delivery';
import { deliverAttendance } from '@/domain/attendance/delivery-commands';
import { answer } from '../../answer';

/** Takes the taps of a phone; answers with those that it may forget. */
export const POST = (request: Request) => answer(request, deliveryInput, deliverAttendance);
