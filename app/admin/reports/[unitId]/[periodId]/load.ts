import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isEverywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findReportHead } from '@/domain/reports/queries';
import { findSigningSoon } from '@/domain/reports/signing/signing-queries';
import { findReportSoon } from '@/domain/reports/soon-queries';
import { requireViewer } from '@/server/sign-in/session';

/**
 * The report of the address as the viewer may see it, once for the page and its title; else there is no page. What it says is null while
 * that is being counted or signed.
 */
export const loadReport = cache(async (unitId: string, periodId: string) => {
  const viewer = await requireViewer();
  const signing = isHerCity(viewer, unitId) ? await findSigningSoon(viewer, unitId, periodId) : null;
  const report =
    signing?.state === 'waiting'
      ? await findUnread(viewer, unitId, periodId)
      : await findReportSoon(viewer, unitId, periodId);
  if (!report) notFound();
  return { viewer, signing, ...report };
});

const isHerCity = ({ grants }: Viewer, unitId: string) =>
  grants.some((grant) => grant.unitId === unitId && isEverywhere(grant.path));

/** While it is being signed nobody counts it a second time. */
async function findUnread(viewer: Viewer, unitId: string, periodId: string) {
  const head = await findReportHead(viewer, unitId, periodId);
  return head && { ...head.report, content: head.signed };
}
