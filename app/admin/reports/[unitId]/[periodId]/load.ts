import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isEverywhere, may } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { isIndicator, toldOf } from '@/domain/indicators/indicator';
import { listChangedFigures, listRestatements } from '@/domain/reports/changed-queries';
import { findReportHead, type Report } from '@/domain/reports/queries';
import { isOpen, waitsForSigner } from '@/domain/reports/report';
import type { ReportContent } from '@/domain/reports/report-content';
import { listSigners } from '@/domain/reports/signers/signer-queries';
import { findSigningSoon } from '@/domain/reports/signing/signing-queries';
import { findReportSoon } from '@/domain/reports/soon-queries';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf, indicatorPath } from '../../../indicators/asked';

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

/** Why she signs it anew, and whether what moved since the last signing stands on the page: when she does, or when it was asked for. */
export function comparedOf({ row, actions }: Pick<Report, 'row' | 'actions'>, asked: boolean) {
  const wasReturned = isOpen(row.state) && row.filings > 0;
  const remark = wasReturned ? actions.find(({ kind }) => kind === 'returned' || kind === 'reopened')?.remark : null;
  return { remark, compares: wasReturned || (row.filings > 0 && asked) };
}

type Shown = { viewer: Viewer; unit: Pick<Unit, 'id' | 'path'>; content: Pick<ReportContent, 'day'> };

/** The page of an indicator as of the last day of the report, in its place: its definition, and from there the rows behind it; of one course where it is named. */
export const definitionsOf =
  ({ viewer, unit, content: { day } }: Shown) =>
  (code: string, topicId?: string): string | null =>
    isIndicator(code) && may(viewer, toldOf(code).needs, unit.path)
      ? addressOf(indicatorPath(code), { day, unitId: unit.id, topicId })
      : null;

type Found = Awaited<ReturnType<typeof loadReport>>;

/** What stands beside what it says: definitions, what has changed since where that is asked, what was restated, and who may sign. */
export const besideOf = ({ viewer, unit, row }: Found, compares: boolean) =>
  keptFor(viewer, `beside report ${JSON.stringify([unit, row, compares])}`, () =>
    Promise.all([
      listPublishedDefinitions(viewer.locale),
      compares ? listChangedFigures(viewer, unit, row.period.id) : null,
      row.filings > 1 ? listRestatements(viewer, unit, row.period.id) : [],
      waitsForSigner(row) ? listSigners(viewer, [unit.id]) : null,
    ]),
  );
