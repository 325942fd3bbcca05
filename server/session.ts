import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import type { Viewer } from '@/domain/access/viewer';
import { touchSession } from '@/domain/accounts/session-commands';
import { viewerOfSession } from '@/domain/accounts/session-queries';
import { tokenHash } from '@/domain/accounts/token';
import { authOptions } from './auth';
import { shared } from './still/shared';

/** Who is asking, or null. Looked up once a request, in the database each time; the front hears whose request it was. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const viewer = await findViewer();
  const drawing = shared.drawing.getStore();
  if (drawing) drawing.account = viewer?.accountId ?? null;
  return viewer;
});

async function findViewer(): Promise<Viewer | null> {
  const session = (await getServerSession(authOptions)) as { sessionToken?: string } | null;
  if (!session?.sessionToken) return null;
  const found = await viewerOfSession(tokenHash(session.sessionToken));
  if (!found) return null;
  const { sessionId, ...viewer } = found;
  await touchSession(sessionId);
  return viewer;
}

/** Who is asking; whoever is not signed in is led to sign in, and back to where she wanted to go. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const asked = (await headers()).get('x-portal-path') ?? '/admin';
  return redirect(`/dang-nhap?callbackUrl=${encodeURIComponent(asked)}` as never);
}
