import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { env } from '@/domain/ground/env';
import { hostCookie, isHttps } from './cookie-name';

/** Says that somebody signed in on this device before: for each of the last accounts a number of its own, signed with the account. */
const NAME = hostCookie('sign-in-device');
const KEPT_DAYS = 365;
const ACCOUNTS_MAX = 5;
const MARK = /^[\w-]{22}\.[\w-]{43}$/;

const signed = (number: string, account: string) =>
  createHmac('sha256', `device ${env.NEXTAUTH_SECRET ?? ''}`)
    .update(`${number} ${account}`)
    .digest();

/** A new mark of a device for an account. */
export function newMark(account: string): string {
  const number = randomBytes(16).toString('base64url');
  return `${number}.${signed(number, account).toString('base64url')}`;
}

/** The number of the mark that is this account's, if one of them is. */
export function numberFor(account: string, marks: string): string | null {
  for (const mark of marksOf(marks)) {
    const [number = '', signature = ''] = mark.split('.');
    if (timingSafeEqual(Buffer.from(signature, 'base64url'), signed(number, account))) return number;
  }
  return null;
}

const marksOf = (text: string) =>
  text
    .split('~', ACCOUNTS_MAX)
    .filter((mark) => MARK.test(mark) && Buffer.from(mark.split('.')[1] ?? '', 'base64url').length === 32);

const kept = async () => (await cookies()).get(NAME)?.value ?? '';

/** The number of this device, where the account signed in on it before. */
export const deviceOf = async (account: string) => numberFor(account, await kept());

/** Marks this device: the account signed in on it. */
export async function keepDevice(account: string): Promise<void> {
  const marks = await kept();
  if (numberFor(account, marks)) return;
  (await cookies()).set(NAME, [newMark(account), ...marksOf(marks)].slice(0, ACCOUNTS_MAX).join('~'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    path: '/',
    maxAge: KEPT_DAYS * 86_400,
  });
}
