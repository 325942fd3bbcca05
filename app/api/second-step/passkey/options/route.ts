import { startPasskeyStep } from '@/domain/accounts/passkeys/passkey-commands';
import { sessionToken } from '@/server/sign-in/session';

/** What her browser needs to open a passkey for the second step; 401 where no step is owed. */
export async function POST() {
  const result = await startPasskeyStep((await sessionToken()) ?? '');
  return Response.json(result.ok ? result.value : { problem: result.problem }, {
    status: result.ok ? 200 : 401,
    headers: { 'cache-control': 'no-store' },
  });
}
