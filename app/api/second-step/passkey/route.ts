import { headers } from 'next/headers';
import { usedPasskeyInput } from '@/domain/accounts/passkeys/passkey';
import { passByPasskey } from '@/domain/accounts/passkeys/passkey-commands';
import { readersNetwork } from '@/server/entrance/readers-network';
import { secondsUntilStep, stepSucceeded } from '@/server/sign-in/limit';
import { giveSignedIn } from '@/server/sign-in/second-step';
import { getOwing, sessionToken } from '@/server/sign-in/session';
import { noteRefusal } from '@/server/still/shared';

const json = (status: number, body: unknown, more: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...more } });

/** The second step with a passkey, counted like one with a code. */
export async function POST(request: Request) {
  const [owing, token] = await Promise.all([getOwing(), sessionToken()]);
  if (!owing || !token) return json(401, { problem: 'step-over' });
  if (!request.headers.get('content-type')?.startsWith('application/json')) return json(415, { problem: 'not-json' });
  const parsed = usedPasskeyInput.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return json(400, { problem: 'not-understood' });
  const attempt = { account: owing.accountId, network: await readersNetwork() };
  const seconds = await secondsUntilStep(attempt);
  if (seconds > 0) return json(429, { problem: 'throttled' }, { 'retry-after': String(seconds) });
  const agent = (await headers()).get('user-agent');
  const result = await passByPasskey({ ...parsed.data, token, agent });
  if (!result.ok) {
    noteRefusal({ reason: result.problem, account: owing.accountId });
    return json(result.problem === 'step-over' ? 401 : 409, { problem: result.problem });
  }
  await stepSucceeded(attempt);
  await giveSignedIn(result.value);
  return json(200, {});
}
