import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { listRemindersIn } from '@/domain/reminders/reminder-queries';
import { findLastBand } from '@/domain/spot-checks/tally-queries';
import { listPublishedPaces } from '@/domain/targets/pace-queries';
import { findUnit } from '@/domain/units/queries';
import { requireViewer } from '@/server/sign-in/session';

/** The matrix of a commune on a day, the figures of both levels and what stands beside them, once a request; 404 where it is not hers to see. */
export const loadMatrix = cache(async (communeId: string, day: Day) => {
  if (!isId(communeId)) notFound();
  const viewer = await requireViewer();
  const found = await keptFor(viewer, `matrix of ${communeId} on ${day}`, () => readMatrix(viewer, communeId, day));
  return found ?? notFound();
});

async function readMatrix(viewer: Viewer, communeId: string, day: Day) {
  const [rows, communes, unit, paces, band, reminders] = await Promise.all([
    findMatrix(viewer, communeId, day),
    findPublishedCoverage(communeId, day),
    findUnit(viewer, communeId, 'trainings.propose'),
    listPublishedPaces([communeId], day),
    findLastBand(viewer, communeId),
    day === today() ? listRemindersIn(viewer, communeId) : [],
  ]);
  if (!rows) return null;
  // one that was founded later is called as it is today
  const [commune] = communes.length > 0 ? communes : await findPublishedCoverage(communeId, today());
  return commune ? { rows, communes, commune, unit, paces, band, reminders } : null;
}
