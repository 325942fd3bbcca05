import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { longTransaction, transaction } from '@/prisma/client';
import { findReport, findReportHead, type Report } from '../queries';
import { isOpen, type SignInput, type SignProblem, type TextInput, type TextProblem } from '../report';
import { priorityTold } from '../signing/priority-commands';
import { askForSigning } from '../signing/signing-writes';
import { holdReport, trail } from './action-writes';
import { findPublishedNames } from './named-queries';
import { reasonAgainst, writeSigning } from './sign-writes';
import { takeSnapshot } from './snapshot-writes';

/** `sha256`: of the figures that were signed; null where the signing was asked for and is not done yet. */
type Signed = Result<{ unitId: string; periodId: string; sha256: string | null }, SignProblem>;

/** Leaves the transaction without its snapshot: the figures are no longer those that she saw. */
class FiguresMoved extends Error {}

/**
 * Signs the report of a unit for a period that is over, with figures frozen as she saw them, else 'figures-moved'. The city's is asked
 * for, and signed by a job that refuses for the same reasons.
 */
export async function signReport(viewer: Viewer, input: SignInput): Promise<Signed> {
  const { unitId, periodId } = input;
  const head = await findReportHead(viewer, unitId, periodId);
  if (!head) return problem('not-found');
  const against = reasonAgainst(head.report);
  if (against) return problem(against);
  if (head.place.level === 'province') return startSigning(viewer, input);
  const report = await findReport(viewer, unitId, periodId);
  if (!report) return problem('not-found');
  return signNow(viewer, input, report);
}

async function signNow(
  viewer: Viewer,
  { unitId, periodId, version, seen }: SignInput,
  report: Report,
): Promise<Signed> {
  const { row, content } = report;
  if (content.digest !== seen) return problem('figures-moved');
  const named = { ...(await findPublishedNames(row.period.to)), signer: viewer.displayName };
  try {
    return await longTransaction(async (tx) => {
      const held = await holdReport(tx, unitId, periodId);
      if (!isOpen(held.state)) return problem('filed-already');
      if (held.version !== version) return problem('changed-meanwhile');
      const snapshot = await takeSnapshot(tx, unitId, row.period, viewer.accountId);
      if (snapshot.digest !== seen) throw new FiguresMoved();
      const signed = { ...content, named, priorityGroups: await priorityTold(viewer, tx, content) };
      await writeSigning(tx, viewer, held.id, { snapshot, content: signed });
      return ok({ unitId, periodId, sha256: snapshot.sha256 });
    });
  } catch (error) {
    if (!(error instanceof FiguresMoved)) throw error;
    return problem('figures-moved');
  }
}

/** Asks for the signing: twice is once. */
const startSigning = (viewer: Viewer, input: SignInput): Promise<Signed> =>
  transaction(async (tx) => {
    const { unitId, periodId, version, seen } = input;
    const held = await holdReport(tx, unitId, periodId);
    if (!isOpen(held.state)) return problem('filed-already');
    if (held.version !== version) return problem('changed-meanwhile');
    if (await askForSigning(tx, viewer, held.id, input))
      await trail(tx, viewer, { action: 'startSigning', reportId: held.id, unitId }, { seen });
    return ok({ unitId, periodId, sha256: null });
  });

/** Her own words for the drafted text, and a comment, in one language; empty again takes the draft. */
export async function writeReportText(
  viewer: Viewer,
  input: TextInput,
): Promise<Result<{ unitId: string; periodId: string }, TextProblem>> {
  const { unitId, periodId, version, locale, text, comment } = input;
  const found = await findReportHead(viewer, unitId, periodId);
  if (!found) return problem('not-found');
  if (!found.report.mayFile) return problem('not-allowed');
  return transaction(async (tx) => {
    const held = await holdReport(tx, unitId, periodId);
    if (!isOpen(held.state)) return problem('filed-already');
    if (held.version !== version)
      return problem('changed-meanwhile', {
        text: found.written.text[locale] ?? '',
        comment: found.written.comment[locale] ?? '',
        version: String(held.version),
      });
    const texts = Object.fromEntries(
      Object.entries({ ...found.written.text, [locale]: text ?? null }).filter(([, words]) => words),
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
