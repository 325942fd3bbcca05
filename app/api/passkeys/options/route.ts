import { proven } from '@/app/admin/accounts/own/proven';
import { startPasskey } from '@/domain/accounts/passkeys/passkey-commands';
import { proofInput } from '@/domain/accounts/second-factors/factor-input';
import { getOwner } from '@/server/sign-in/session';
import { answer } from '../../answer';

/** What her browser needs to make a passkey. */
export const POST = (request: Request) => answer(request, proofInput, proven(startPasskey), getOwner);
