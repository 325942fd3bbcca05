import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { env } from '@/domain/ground/env';
import { giveCookie } from '../still/shared';
import { hostCookie, isHttps } from './cookie-name';

/** The name she typed, which a wrong password must not take from her: for five minutes, read by this page alone. */
const NAME = hostCookie('sign-in-name');
const KEPT_SECONDS = 300;
const kept = { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' } as const;

export async function keepName(name: string): Promise<void> {
  (await cookies()).set(NAME, name, { ...kept, maxAge: KEPT_SECONDS });
}

/** A browser takes a cookie of this name away only as it was given, with its mark of https. */
export async function forgetName(): Promise<void> {
  (await cookies()).set(NAME, '', { ...kept, maxAge: 0 });
}

export const keptName = async () => (await cookies()).get(NAME)?.value ?? '';

/** As next-auth names it and keeps it: the token, and its hash with the secret of the portal. */
const COOKIE = hostCookie('next-auth.csrf-token');

/** The token that next-auth wants to see again in a form; null before its cookie is set. */
export async function formToken(): Promise<string | null> {
  return (await cookies()).get(COOKIE)?.value.split('|')[0] ?? null;
}

/** A first token, whose cookie comes along with the page: she need not be sent to next-auth and back for it. */
export function firstFormToken(): string | null {
  if (!env.NEXTAUTH_SECRET) return null;
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${token}${env.NEXTAUTH_SECRET}`).digest('hex');
  const value = encodeURIComponent(`${token}|${hash}`);
  giveCookie(`${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`);
  return token;
}
