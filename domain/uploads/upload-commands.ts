import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import {
  KEPT_HOURS,
  OPEN_MAX,
  type OpenProblem,
  type OpenUploadInput,
  PART_BYTES_MIN,
  type PartProblem,
  type Upload,
  WHOLE_BYTES_MAX,
} from './upload';
import { maySend } from './upload-queries';
import { holdUpload, lockUploads, roomFor, takeUpload } from './upload-writes';

const COLUMNS = { id: true, size: true, received: true };

/**
 * Opens an upload, or finds the one of the same file that broke off. Of three that are open the one that has been silent longest
 * makes room.
 */
export async function openUpload(
  viewer: Viewer,
  { sha256, size }: OpenUploadInput,
): Promise<Result<Upload, OpenProblem>> {
  if (!maySend(viewer)) return problem('not-found');
  const { accountId } = viewer;
  const hash = new Uint8Array(Buffer.from(sha256, 'hex'));
  return transaction(async (tx) => {
    await lockUploads(tx);
    await dropSilent(tx);
    const where = { accountId_sha256: { accountId, sha256: hash } };
    const before = await tx.upload.findUnique({ where, select: COLUMNS });
    if (before?.size === size) {
      await tx.upload.update({ where, data: { touchedAt: new Date() }, select: { id: true } });
      return ok(before);
    }
    // a file has one size: whoever says another has sent nothing yet that could be gone on with
    if (before) await takeUpload(tx, viewer, before.id);
    const { hers, bytes, silent } = await roomFor(tx, viewer);
    if (hers >= OPEN_MAX && !silent) return problem('too-many-uploads');
    if (bytes + size > WHOLE_BYTES_MAX) return problem('uploads-full');
    if (hers >= OPEN_MAX && silent) await takeUpload(tx, viewer, silent);
    return ok(await tx.upload.create({ data: { accountId, sha256: hash, size }, select: COLUMNS }));
  });
}

type Part = { uploadId: string; from: number };

/** Adds the part that the file goes on with. One that has come before is heard twice and kept once. */
export async function addPart(
  viewer: Viewer,
  { uploadId, from }: Part,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Upload, PartProblem>> {
  if (!maySend(viewer) || !isId(uploadId)) return problem('not-found');
  return transaction(async (tx) => {
    const upload = await holdUpload(tx, viewer, uploadId);
    if (!upload) return problem('not-found');
    const until = from + bytes.length;
    const goesOn = { received: String(upload.received) };
    if (until <= upload.received) return ok(upload);
    if (from !== upload.received) return problem('elsewhere', goesOn);
    if (until > upload.size) return problem('past-the-end', goesOn);
    if (bytes.length < PART_BYTES_MIN && until < upload.size) return problem('part-too-small', goesOn);
    await tx.uploadPart.create({ data: { uploadId, start: from, bytes }, select: { start: true } });
    const data = { received: until, touchedAt: new Date() };
    return ok(await tx.upload.update({ where: { id: uploadId }, data, select: COLUMNS }));
  });
}

/** Takes back a file that was on its way, with all that came of it. */
export async function cancelUpload(viewer: Viewer, uploadId: string): Promise<Result<null, 'not-found'>> {
  if (!maySend(viewer) || !isId(uploadId)) return problem('not-found');
  const taken = await transaction((tx) => takeUpload(tx, viewer, uploadId));
  return taken ? ok(null) : problem('not-found');
}

/** Forgets uploads of which nothing came for a day. Says how many that were. */
export const forgetSilentUploads = (): Promise<number> => dropSilent(db);

const dropSilent = (rows: Pick<Transaction, '$executeRaw'>) => rows.$executeRaw`
  DELETE FROM upload WHERE touched_at <= now() - make_interval(hours => ${KEPT_HOURS}::int)`;
