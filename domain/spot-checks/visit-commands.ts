import { may, mayForProvince, pathOf } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { dayOf, fromDate, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import { db, transaction } from '@/prisma/client';
import type { Prisma } from '@/prisma/generated/client';
import type { Transaction } from '@/prisma/transaction';
import { type CheckRow, checkSelect, sideOf, visits } from './check-row';
import { type AnswerInput, type CheckProblem, partsToSee, type RemarkInput, type TakeOverInput } from './spot-check';

type Answered = Result<{ id: string; roundId: string }, CheckProblem>;

/** What she found at a unit that was handed to her; she may correct it until the round closes. The record stays as it is. */
export async function answerSpotCheck(viewer: Viewer, input: AnswerInput): Promise<Answered> {
  const row = await load(viewer, input.checkId);
  if (!row) return problem('not-found');
  if (!visits(viewer, row)) return problem('not-allowed');
  const { result, seenOn, note } = input;
  const parts = result === 'differs' ? [...new Set(input.parts ?? [])] : [];
  if (isOver(row)) return problem('round-closed');
  const began = row.round.drawnAt && dayOf(row.round.drawnAt);
  if (!began || seenOn < began || seenOn > today())
    return problem('seen-outside-round', { from: began ?? '', to: today() });
  if (parts.some((part) => !partsToSee(row.round.reading).includes(part))) return problem('part-not-counted');
  const said = { result, parts, seenOn: toDate(seenOn), note: note ?? null };
  const change = { result, parts, seenOn };
  return write(viewer, row, { ...input, action: 'answerSpotCheck', change }, () => ({
    ...said,
    answeredAt: new Date(),
    answeredById: viewer.accountId,
  }));
}

/** The commune's own word to what was found there, once the round is closed. */
export async function remarkOnSpotCheck(viewer: Viewer, { checkId, version, remark }: RemarkInput): Promise<Answered> {
  const row = await load(viewer, checkId);
  if (!row) return problem('not-found');
  if (!may(viewer, 'spot-checks.remark', pathOf(row.unit))) return problem('not-allowed');
  if (!row.round.closedAt) return problem('round-open');
  return write(viewer, row, { version, action: 'remarkOnSpotCheck' }, () => ({
    remark,
    remarkedAt: new Date(),
    remarkedById: viewer.accountId,
  }));
}

/** The province takes a check to itself that its visitor has not answered: she left, or cannot go. */
export async function takeOverSpotCheck(viewer: Viewer, { checkId, version }: TakeOverInput): Promise<Answered> {
  const row = await load(viewer, checkId);
  if (!row) return problem('not-found');
  if (!mayForProvince(viewer, 'spot-checks.draw')) return problem('not-allowed');
  if (isOver(row)) return problem('round-closed');
  if (row.result || !row.visitorId) return problem('answered-already');
  return write(viewer, row, { version, action: 'takeOverSpotCheck', change: { from: row.visitorId } }, () => ({
    visitorId: null,
  }));
}

/** A check that she may see at all: beyond that there is none. */
async function load(viewer: Viewer, checkId: string): Promise<CheckRow | null> {
  const row = await db.spotCheck.findUnique({ where: { id: checkId }, select: checkSelect() });
  return row && sideOf(viewer, row) ? row : null;
}

/** Closed, or its last day is over and the clock has not come to it yet. */
const isOver = ({ round }: CheckRow) => round.closedAt !== null || fromDate(round.endsOn) <= today();

type Deed = { version: number; action: string; change?: Record<string, unknown> };

async function write(
  viewer: Viewer,
  row: CheckRow,
  { version, action, change = {} }: Deed,
  dataOf: () => Prisma.SpotCheckUncheckedUpdateInput,
): Promise<Answered> {
  return transaction(async (tx) => {
    // a round that closes waits for what is being written, or is closed for it
    const [round] = await tx.$queryRaw<{ closed: boolean }[]>`
      SELECT closed_at IS NOT NULL AS closed FROM spot_round WHERE id = ${row.roundId}::uuid FOR SHARE`;
    if (round?.closed !== (row.round.closedAt !== null)) return problem('round-closed');
    if (!(await holdVersion(tx, 'spot_check', row.id, version)))
      return problem('changed-meanwhile', await newer(tx, row));
    await tx.spotCheck.update({ where: { id: row.id }, data: dataOf(), select: { id: true } });
    await record(tx, viewer, {
      verb: 'changed',
      action,
      subjectType: 'spot-check',
      subjectId: row.id,
      unitId: row.unit.id,
      change,
    });
    return ok({ id: row.id, roundId: row.roundId });
  });
}

/** What somebody else said meanwhile, for the form to show beside. */
async function newer(tx: Transaction, { id }: CheckRow) {
  const { version, result, note, remark } = await tx.spotCheck.findUniqueOrThrow({
    where: { id },
    select: { version: true, result: true, note: true, remark: true },
  });
  return { version: String(version), result: result ?? '', note: note ?? '', remark: remark ?? '' };
}
