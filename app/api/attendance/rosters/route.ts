import { rosterInput } from '@/domain/attendance/delivery';
import { takeRosters } from '@/domain/attendance/phone/device-commands';
import { answer } from '../../answer';

/** The lists of some sessions, for her phone. */
export const POST = (request: Request) => answer(request, rosterInput, takeRosters);
