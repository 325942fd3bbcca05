import { deliveryInput } from '@/domain/attendance/delivery';
import { deliverAttendance } from '@/domain/attendance/delivery-commands';
import { answer } from '../answer';

/** What a phone recorded; answers with what it may forget. */
export const POST = (request: Request) => answer(request, deliveryInput, deliverAttendance);
