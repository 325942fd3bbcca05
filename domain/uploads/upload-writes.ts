import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import { KEPT_HOURS, SILENT_MINUTES, type Upload } from './upload';

/** Who opens an upload waits for whoever opens one: what all of them come to is counted by one at a time. */
export const lockUploads = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('uploads', 0))`;

/** Takes an upload of hers with all its parts out; false where it is there no longer, for only one can take it over. */
export async function takeUpload(tx: Transaction, viewer: Viewer, id: string): Promise<boolean> {
  const { count } = await tx.upload.deleteMany({ where: { id, accountId: viewer.accountId } });
  return count === 1;
}

/** Her upload, held until the part is written; null where there is none, or nothing came of it for a day. */
export async function holdUpload(tx: Transaction, viewer: Viewer, id: string): Promise<Upload | null> {
  const [row] = await tx.$queryRaw<Upload[]>`
    SELECT id::text, size, received FROM upload
    WHERE id = ${id}::uuid AND account_id = ${viewer.accountId}::uuid AND touched_at > now() - make_interval(hours => ${KEPT_HOURS}::int)
    FOR UPDATE`;
  return row ?? null;
}

/** How many are open for her, what all that are open come to, and which of hers has been silent longest. */
type Room = { hers: number; bytes: number; silent: string | null };

/** Asked under the lock: nobody opens one meanwhile. */
export async function roomFor(tx: Transaction, { accountId }: Viewer): Promise<Room> {
  const [room] = await tx.$queryRaw<Room[]>`
    SELECT count(*) FILTER (WHERE account_id = ${accountId}::uuid)::int AS hers, coalesce(sum(size), 0)::float8 AS bytes,
      (array_agg(id::text ORDER BY touched_at) FILTER (WHERE account_id = ${accountId}::uuid
        AND touched_at < now() - make_interval(mins => ${SILENT_MINUTES}::int)))[1] AS silent
    FROM upload`;
  return room ?? { hers: 0, bytes: 0, silent: null };
}
