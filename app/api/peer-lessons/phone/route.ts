import { openLessonPhone } from '@/domain/peer-lessons/phone/phone-commands';
import { openPhoneInput } from '@/domain/phone/open-input';
import { answer } from '../../answer';

/** Tells whose phone this is, with the key to what waits on it. */
export const POST = (request: Request) => answer(request, openPhoneInput, openLessonPhone);
