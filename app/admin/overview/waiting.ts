import 'server-only';
import { cache } from 'react';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { countWaitingSessions } from '@/domain/trainings/queries';

/** How many proposals wait where the viewer decides, once a request: the rail says it, and so does the first page. */
export const countWaiting = cache((viewer: Viewer) =>
  keptFor(viewer, 'sessions that wait', () => countWaitingSessions(viewer)),
);
