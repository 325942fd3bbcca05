import 'server-only';
import { cache } from 'react';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { countWaitingSessions } from '@/domain/trainings/queries';

/** How many proposals wait where the viewer decides, once a request: the rail says it, and so does the first page. */
export const countWaiting = cache((viewer: Viewer) =>
  keptThisMinute(viewer, 'sessions that wait', () => countWaitingSessions(viewer)),
);
