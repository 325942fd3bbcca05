import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { addDays, type Day, today } from '@/domain/days/day';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { countWithin } from '@/domain/outcomes/priority-queries';
import { ok, problem, type Result } from '@/domain/result';
import { longTransaction, transaction } from '@/prisma/client';
import { dropValues } from '@/prisma/kept-values';
import type { Transaction } from '@/prisma/transaction';
import { countedTag } from '../content/placed';
import { isOver } from '../periods/period';
import { findReport } from '../queries';
import { isFiled, isOpen, type SignInput, type SignProblem, type TextInput, type TextProblem } from '../report';
import type { PriorityTold, ReportContent } from '../report-content';
import { holdReport, trail, writeAction } from './action-writes';
import { findPublishedNames } from './named-queries';
import { takeSnapshot } from './snapshot-writes';

type Signed = Result<{ unitId: string; periodId: string; sha256: string }, SignProblem>;

/** Leaves the transaction without its snapshot: the figures are no longer those that she saw. */
class FiguresMoved extends Error {}

/**
 * Signs the report of a unit for a period that is over: its figures are frozen with all that it says. Refused where they are no longer
 * those she saw ('figures-moved'), and  where somebody signed meanwhile.
 */
export async function signReport(viewer: Viewer, input: SignInput): Promise<Signed> {
  const { unitId, periodId, version, seen } = input;
  const found = await findReport(viewer, unitId, periodId);
  if (!found) return problem('not-found');
  if (!found.mayFile) return problem('not-allowed');
  const { row, content } = found;
  if (!isOver(row.period, today())) return problem('not-over');
  if (!row.isKept) return problem('not-kept');
  if (isFiled(row.state)) return problem('filed-already');
  if (content.digest !== seen) return problem('figures-moved');
  const named = { ...(await findPublishedNames(row.period.to)), signer: viewer.displayName };
  try {
    return await longTransaction(async (tx) => {
      const held = await holdReport(tx, unitId, periodId);
      if (!isOpen(held.state)) return problem('filed-already');
      if (held.version !== version) return problem('changed-meanwhile');
      const snapshot = await takeSnapshot(tx, unitId, row.period, viewer.accountId);
      if (snapshot.digest !== seen) throw new FiguresMoved();
      const signed = { ...content, named, priorityGroups: await priorityTold(tx, viewer, content) };
      const done = { kind: 'submitted', snapshotId: snapshot.id, content: signed } as const;
      const hashes = { sha256: snapshot.sha256, contentSha256: await writeAction(tx, viewer, held.id, done) };
      await trail(
        tx,
        viewer,
        { action: 'signReport', reportId: held.id, unitId },
        { from: row.period.from, to: row.period.to, ...hashes },
      );
      return ok({ unitId, periodId, sha256: snapshot.sha256 });
    });
  } catch (error) {
    if (!(error instanceof FiguresMoved)) throw error;
    dropValues([countedTag(unitId)]);
    return problem('figures-moved');
  }
}

/** Women of priority groups in the calendar year up to the last day, of the commune or the whole province; by who may read them. */
async function priorityTold(tx: Transaction, viewer: Viewer, { unit, period }: ReportContent): Promise<PriorityTold> {
  const keys = sealingKeys();
  if (keys.length === 0 || !mayAnywhere(viewer, 'sensitive.see')) return { state: 'not-counted' };
  const span = { from: `${period.to.slice(0, 4)}-01-01` as Day, behind: addDays(period.to, 1) };
  const counted = await countWithin(viewer, tx, span, keys);
  if (counted) await noteCounted(tx, viewer, unit.id, Number(span.from.slice(0, 4)), counted.opened);
  const row = counted?.communes.find(({ key }) => key === unit.id);
  const counts = unit.level === 'province' ? counted?.total : row?.counts;
  if (!counts) return { state: 'nobody-reached' };
  return {
    state: 'counted',
    until: period.to,
    people: unit.level === 'province' ? null : (row?.people ?? null),
    counts: priorityGroups.map((group, at) => ({ group, count: counts[at] ?? null })),
  };
}

/** Whoever opens sensitive fields leaves a line, also where the report asks for her. */
const noteCounted = (tx: Transaction, viewer: Viewer, unitId: string, year: number, opened: number) =>
  record(tx, viewer, {
    verb: 'read',
    action: 'countPriorityGroups',
    subjectType: 'list',
    unitId,
    change: { year, opened },
  });

/** Her own words for the drafted text, and a comment, in one language; empty again takes the draft. */
export async function writeReportText(
  viewer: Viewer,
  input: TextInput,
): Promise<Result<{ unitId: string; periodId: string }, TextProblem>> {
  const { unitId, periodId, version, locale, text, comment } = input;
  const found = await findReport(viewer, unitId, periodId);
  if (!found) return problem('not-found');
  if (!found.mayFile) return problem('not-allowed');
  return transaction(async (tx) => {
    const held = await holdReport(tx, unitId, periodId);
    if (!isOpen(held.state)) return problem('filed-already');
    if (held.version !== version)
      return problem('changed-meanwhile', {
        text: found.content.text[locale] ?? '',
        comment: found.content.comment[locale] ?? '',
        version: String(held.version),
      });
    const texts = Object.fromEntries(
      Object.entries({ ...found.content.text, [locale]: text ?? null }).filter(([, words]) => words),
    );
    await tx.report.update({
      where: { id: held.id },
      data: {
        draftText: texts,
        ...(locale === 'vi' ? { commentVi: comment ?? null } : { commentEn: comment ?? null }),
      },
      select: { id: true },
    });
    await trail(
      tx,
      viewer,
      { action: 'writeReportText', reportId: held.id, unitId },
      { locale, rewritten: text !== undefined },
    );
    return ok({ unitId, periodId });
  });
}
