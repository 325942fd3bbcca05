import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Viewer } from '@/domain/access/viewer';
import { touchSession } from '@/domain/accounts/session-commands';
import { viewerOfSession } from '@/domain/accounts/session-queries';
import { tokenHash } from '@/domain/accounts/token';
import { env } from '@/domain/ground/env';
import { shared } from '../still/shared';

/** The cookie as next-auth names it (server/sign-in/auth.ts). */
const SESSION_COOKIE = `${env.PORTAL_URL.startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`;

/** The viewer, or null. Looked up once a request, in the database each time; the front hears whose request it was. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const viewer = await findViewer();
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.account = viewer?.accountId ?? null;
  return viewer;
});

/**
 * The cookie that next-auth set holds the token of a row and nothing else, so it is read here: next-auth would call her signed
 * out whose row cannot be asked for just now.
 */
async function findViewer(): Promise<Viewer | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!token) return null;
  const found = await viewerOfSession(tokenHash(token));
  if (!found) return null;
  const { session, ...viewer } = found;
  await touchSession(session);
  return viewer;
}

/** The viewer; a visitor who is not signed in is led to sign in, and back to where she wanted to go. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const asked = (await headers()).get('x-portal-path') ?? '/admin';
  return redirect(`/dang-nhap?callbackUrl=${encodeURIComponent(asked)}` as never);
}
