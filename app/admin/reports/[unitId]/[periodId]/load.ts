import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findReport } from '@/domain/reports/queries';
import { requireViewer } from '@/server/sign-in/session';

/** The report of the address as the viewer may see it, once for the page and its title; else there is no page. */
export const loadReport = cache(async (unitId: string, periodId: string) => {
  const viewer = await requireViewer();
  const report = await findReport(viewer, unitId, periodId);
  if (!report) notFound();
  return { viewer, ...report };
});
