import 'server-only';
import { notFound } from 'next/navigation';
import { findSeries } from '@/domain/series/change-queries';
import { findSession } from '@/domain/trainings/queries';
import { requireViewer } from '@/server/sign-in/session';

/** A session and the series it was planned in, for whoever may change it; else there is no such page. */
export async function loadSeries(params: Promise<{ sessionId: string }>) {
  const [viewer, { sessionId }] = await Promise.all([requireViewer(), params]);
  const [session, members] = await Promise.all([findSession(viewer, sessionId), findSeries(viewer, sessionId)]);
  return session && members ? { viewer, session, members } : notFound();
}
