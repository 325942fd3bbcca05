import { z } from 'zod';
import { startPasskey } from '@/domain/accounts/passkeys/passkey-commands';
import { getOwner } from '@/server/sign-in/session';
import { answer } from '../../answer';

/** What her browser needs to make a passkey. */
export const POST = (request: Request) => answer(request, z.object({}), startPasskey, getOwner);
