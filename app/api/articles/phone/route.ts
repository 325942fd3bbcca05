import { openWritingPhone } from '@/domain/articles/writing/phone-commands';
import { openPhoneInput } from '@/domain/phone/open-input';
import { answer } from '../../answer';

/** Tells whose browser this is, with the key to the texts it keeps. */
export const POST = (request: Request) => answer(request, openPhoneInput, openWritingPhone);
