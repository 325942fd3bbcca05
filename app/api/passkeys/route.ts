import { madePasskeyInput } from '@/domain/accounts/passkeys/passkey';
import { addPasskey } from '@/domain/accounts/passkeys/passkey-commands';
import { getOwner } from '@/server/sign-in/session';
import { answer } from '../answer';

/** Keeps the passkey that her browser made. */
export const POST = (request: Request) => answer(request, madePasskeyInput, addPasskey, getOwner);
