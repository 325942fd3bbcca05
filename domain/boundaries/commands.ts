import { createHash } from 'node:crypto';
import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import type { ThreadProblem } from '@/domain/thread';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { BoundaryInput, ReadingProblem, UploadInput } from './boundaries';
import { codesApart } from './codes';
import { isDraft, leave, lockBoundaries } from './edition-writes';
import { listPublishedCodes } from './queries';
import type { ReadBoundaries } from './reading/boundary-file';
import { readBoundariesApart } from './reading/boundary-reader';

export type UploadProblem = 'not-allowed' | 'day-out-of-record' | 'codes-differ' | ReadingProblem | ThreadProblem;

/**
 * Reads a file of boundaries and keeps it as a draft that nobody sees but whoever keeps boundaries; a draft before it goes. Every
 * commune of its day has to be in it exactly once.
 */
export async function uploadBoundaries(
  viewer: Viewer,
  input: UploadInput,
): Promise<Result<{ id: string }, UploadProblem>> {
  if (!mayForProvince(viewer, 'boundaries.keep')) return problem('not-allowed');
  if (input.asOf < FIRST_DAY || input.asOf > today()) return problem('day-out-of-record', { day: FIRST_DAY });
  const bytes = Buffer.from(await input.boundaryFile.arrayBuffer());
  const read = await readBoundariesApart(bytes);
  if (!read.ok) return read;
  const apart = codesApart(await listPublishedCodes(input.asOf), read.value.codes);
  if (apart) return problem('codes-differ', apart);
  return transaction((tx) => keepDraft(tx, viewer, input, read.value, createHash('sha256').update(bytes).digest()));
}

async function keepDraft(tx: Transaction, viewer: Viewer, input: UploadInput, read: ReadBoundaries, sha256: Buffer) {
  const { edition, asOf, source, licence } = input;
  await lockBoundaries(tx);
  await leave(tx, viewer, { shownAt: null });
  const { id } = await tx.boundaryEdition.create({
    data: {
      edition,
      source,
      licence,
      asOf: toDate(asOf),
      fileSha256: new Uint8Array(sha256),
      facts: read.facts,
      topology: JSON.parse(JSON.stringify(read.topology)),
      uploadedById: viewer.accountId,
    },
    select: { id: true },
  });
  await trail(tx, viewer, 'created', 'uploadBoundaries', id, {
    edition,
    asOf,
    source,
    licence,
    sha256: sha256.toString('hex'),
  });
  return ok({ id });
}

type ShowProblem = 'not-allowed' | 'not-found';

/** The draft counts from now on: coverage can be seen on it. The edition that was shown before is removed. */
export async function showBoundaries(
  viewer: Viewer,
  { boundaryId: id }: BoundaryInput,
): Promise<Result<{ id: string }, ShowProblem>> {
  if (!mayForProvince(viewer, 'boundaries.keep')) return problem('not-allowed');
  return transaction(async (tx) => {
    await lockBoundaries(tx);
    if (!(await isDraft(tx, id))) return problem('not-found');
    const [before] = await leave(tx, viewer, { shownAt: { not: null } });
    await tx.boundaryEdition.update({
      where: { id },
      data: { shownAt: new Date(), shownById: viewer.accountId },
      select: { id: true },
    });
    await trail(tx, viewer, 'changed', 'showBoundaries', id, before ? { before } : {});
    return ok({ id });
  });
}

/** A draft or the edition that is shown goes; what it was, from where and by whom stays on record. */
export async function removeBoundaries(
  viewer: Viewer,
  { boundaryId: id }: BoundaryInput,
): Promise<Result<{ id: string }, ShowProblem>> {
  if (!mayForProvince(viewer, 'boundaries.keep')) return problem('not-allowed');
  return transaction(async (tx) => {
    await lockBoundaries(tx);
    const left = await leave(tx, viewer, { id });
    if (left.length === 0) return problem('not-found');
    await trail(tx, viewer, 'ended', 'removeBoundaries', id, {});
    return ok({ id });
  });
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'changed' | 'ended',
  action: string,
  subjectId: string,
  change: Record<string, string>,
) => record(tx, viewer, { verb, action, subjectType: 'boundary-edition', subjectId, change });
