import 'server-only';
import { cookies } from 'next/headers';
import { DEVICE_TOKENS_MAX, type Passed, REMEMBERED_DAYS } from '@/domain/accounts/second-factors/second-factor';
import { SESSION_LONGEST_HOURS } from '@/domain/accounts/sessions/session-limit';
import { hostCookie, isHttps } from './cookie-name';
import { SESSION_COOKIE } from './session';

/** Says that the second factor is not asked for on this device: a token for each of the last accounts. */
const NAME = hostCookie('remembered-device');
const TOKEN = /^[\w-]{43}$/;

const kept = {
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isHttps,
  path: '/',
};

/** What the device says of itself; anybody can write a cookie, so it is worth what the rows say. */
export async function rememberedTokens(): Promise<string[]> {
  const text = (await cookies()).get(NAME)?.value ?? '';
  return text.split('~', DEVICE_TOKENS_MAX).filter((token) => TOKEN.test(token));
}

/** The cookie of a session, as next-auth sets it. */
export async function giveSession(token: string): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, token, { ...kept, maxAge: SESSION_LONGEST_HOURS * 3_600 });
}

/** The cookies of somebody who has made the second step: her new token, and that of her device where it is remembered. */
export async function giveSignedIn({ token, device }: Passed): Promise<void> {
  await giveSession(token);
  if (!device) return;
  const jar = await cookies();
  const tokens = [device, ...(await rememberedTokens())].slice(0, DEVICE_TOKENS_MAX);
  jar.set(NAME, tokens.join('~'), { ...kept, maxAge: REMEMBERED_DAYS * 86_400 });
}
