import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Viewer } from '@/domain/access/viewer';
import { renewToken, touchSession } from '@/domain/accounts/session-commands';
import { viewerOfSession } from '@/domain/accounts/session-queries';
import { SESSION_LONGEST_HOURS } from '@/domain/accounts/sessions/session-limit';
import { tokenHash } from '@/domain/accounts/token';
import { env } from '@/domain/ground/env';
import { giveCookie, shared } from '../still/shared';

/** The cookie as next-auth names it (server/sign-in/auth.ts). */
const https = env.PORTAL_URL.startsWith('https:');
const SESSION_COOKIE = `${https ? '__Secure-' : ''}next-auth.session-token`;

/** The viewer with her session, or null. Looked up once a request, in the database each time; the front hears whose request it was. */
const look = cache(async () => {
  const drawing = shared.drawing.getStore();
  // once an answer has begun nobody can be given a cookie any more: the token is exchanged by who asks first
  const isFirst = drawing !== undefined && drawing.account === undefined;
  const found = await findViewer(isFirst);
  if (drawing) drawing.account = found?.viewer.accountId ?? null;
  return found;
});

/** The viewer, or null. */
export const getViewer = async (): Promise<Viewer | null> => (await look())?.viewer ?? null;

/** The id of the session with which she asks, or null: which one of hers is this one. */
export const getSessionId = async (): Promise<string | null> => (await look())?.sessionId ?? null;

/**
 * The cookie that next-auth set holds the token of a row and nothing else, so it is read here: next-auth would call her signed
 * out whose row cannot be asked for just now.
 */
async function findViewer(mayRenew: boolean): Promise<{ viewer: Viewer; sessionId: string } | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!token) return null;
  const found = await viewerOfSession(tokenHash(token));
  if (!found) return null;
  const { session, ...viewer } = found;
  await touchSession(session);
  if (session.wantsRenewal && mayRenew) {
    const renewed = await renewToken(session, token);
    if (renewed) giveToken(renewed);
  }
  return { viewer, sessionId: session.id };
}

/** The cookie as next-auth sets it when she signs in. */
const giveToken = (token: string) =>
  giveCookie(
    `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${SESSION_LONGEST_HOURS * 3_600}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`,
  );

/** The viewer; a visitor who is not signed in is led to sign in, and back to where she wanted to go. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const asked = (await headers()).get('x-portal-path') ?? '/admin';
  return redirect(`/dang-nhap?callbackUrl=${encodeURIComponent(asked)}` as never);
}
