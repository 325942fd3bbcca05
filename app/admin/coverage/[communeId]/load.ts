import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findMatrix } from '@/domain/coverage/matrix/matrix-queries';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { type Day, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { requireViewer } from '@/server/sign-in/session';

/** The matrix of a commune on a day and the figures of both levels, once a request; 404 where it is not hers to see. */
export const loadMatrix = cache(async (communeId: string, day: Day) => {
  if (!isId(communeId)) notFound();
  const [rows, communes] = await Promise.all([
    findMatrix(await requireViewer(), communeId, day),
    findPublishedCoverage(communeId, day),
  ]);
  if (!rows) notFound();
  // one that was founded later is called as it is today
  const [commune] = communes.length > 0 ? communes : await findPublishedCoverage(communeId, today());
  return { rows, communes, commune: commune ?? notFound() };
});
