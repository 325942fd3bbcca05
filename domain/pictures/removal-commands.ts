import { setTimeout as wait } from 'node:timers/promises';
import { db, transaction } from '@/prisma/client';

/** Removes a file from storage; one that is not there is removed. Handed in, since the domain knows no disk. */
export type RemoveFile = (sha256: string) => Promise<void>;

/** Minutes within which a file that was put into storage has to be shown by a row. */
const UNSHOWN_MINUTES = 10;
const FILES_AT_ONCE = 50;
/** Minutes after which somebody else removes what one began to remove: longer than a question to a bucket lasts. */
const CLAIM_MINUTES = 5;
/** How often, and for how many milliseconds, whoever puts a file there asks whether it is still being removed. */
const LOOK_EVERY = 250;
const PATIENCE = 30_000;

const bytesOf = (sha256: string) => new Uint8Array(Buffer.from(sha256, 'hex'));

/**
 * Notes a file that is about to be put into storage: if a process ends before the row that shows it is written, nobody would know of it.
 * While such a file is being removed, this waits, then refuses.
 */
export async function noteFile(sha256: string, patience = PATIENCE): Promise<void> {
  for (const begun = Date.now(); !(await mayNote(sha256)); await wait(LOOK_EVERY))
    if (Date.now() - begun >= patience) throw new Error(`Storage is still removing ${sha256}.`);
}

const mayNote = async (sha256: string): Promise<boolean> =>
  (await db.$executeRaw`
    INSERT INTO file_removal (sha256, due_at) VALUES (${bytesOf(sha256)}, now() + ${UNSHOWN_MINUTES} * interval '1 minute')
    ON CONFLICT (sha256) DO UPDATE SET due_at = greatest(file_removal.due_at, EXCLUDED.due_at) WHERE file_removal.removing_at IS NULL`) >
  0;

/**
 * Removes files whose time has come and which nothing shows; answers with how many. A file that cannot be removed keeps no other waiting,
 * stays noted, and is told by the error at the end.
 */
export async function removeFiles(mayGoOn: () => Promise<boolean>, remove: RemoveFile): Promise<number> {
  let failure: unknown;
  let removed = 0;
  for (let due = await dueAfter(''); due.length > 0; due = await dueAfter(due.at(-1) ?? '')) {
    for (const sha256 of due) {
      if (!(await mayGoOn())) return removed;
      try {
        if (await removeUnlessShown(sha256, remove)) removed += 1;
      } catch (error) {
        failure ??= error;
      }
    }
  }
  if (failure) throw failure;
  return removed;
}

async function dueAfter(sha256: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT encode(r.sha256, 'hex') AS sha256 FROM file_removal r
    WHERE r.due_at <= now() AND r.sha256 > ${bytesOf(sha256)} ORDER BY r.sha256 LIMIT ${FILES_AT_ONCE}::int`;
  return rows.map((row) => row.sha256);
}

/**
 * That it is being removed is written down before storage is asked, and stands until that has answered, however long it takes. No transaction
 * stays open for it.
 */
async function removeUnlessShown(sha256: string, remove: RemoveFile): Promise<boolean> {
  const claim = await claimed(sha256);
  if (!claim) return false;
  await remove(sha256);
  await db.fileRemoval.deleteMany({ where: { sha256: bytesOf(sha256), removingAt: claim } });
  return true;
}

/** Claims a file whose time has come, and says by which instant; of one that something shows the note goes. */
const claimed = (sha256: string): Promise<Date | null> =>
  transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM file_removal WHERE sha256 = ${bytesOf(sha256)} AND due_at <= now()
        AND (removing_at IS NULL OR removing_at < now() - ${CLAIM_MINUTES} * interval '1 minute') FOR UPDATE`;
    if (held.length === 0) return null;
    const [row] = await tx.$queryRaw<{ shown: boolean }[]>`SELECT app.shows_file(${bytesOf(sha256)}) AS shown`;
    const removingAt = new Date();
    if (row?.shown === false)
      await tx.fileRemoval.update({
        where: { sha256: bytesOf(sha256) },
        data: { removingAt },
        select: { dueAt: true },
      });
    else await tx.fileRemoval.delete({ where: { sha256: bytesOf(sha256) }, select: { dueAt: true } });
    return row?.shown === false ? removingAt : null;
  });
