import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import type { SoundFormat, StoredSound } from './sound';

/** Whether the sound `n` of a text is one of the words that stand there. */
export const isCurrentSql = Prisma.sql`n.words_sha256 = app.words_to_hear(n.text_id)`;

/** The sound of the text `t` as its page draws it; null where there is none, or its words were changed since. */
export const soundSql = Prisma.sql`(SELECT jsonb_build_object('textId', n.text_id, 'format', n.format, 'seconds', n.seconds, 'bytes', n.bytes, 'readBy', n.read_by)
  FROM sound n WHERE n.text_id = t.id AND ${isCurrentSql})`;

/** The columns of a sound `n` in storage. */
export const storedSql = Prisma.sql`encode(n.sha256, 'hex') AS sha256, n.format`;

/** The sound of a text that readers have at this moment, in these very words; else null, as if there were none. */
export async function findPublishedSound(textId: string, format: SoundFormat): Promise<StoredSound | null> {
  if (!isId(textId)) return null;
  const [row] = await db.$queryRaw<StoredSound[]>`
    SELECT ${storedSql} FROM sound n WHERE n.text_id = ${textId}::uuid AND n.format = ${format} AND ${isCurrentSql}
      AND EXISTS (SELECT FROM publication p WHERE p.text_id = n.text_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL) LIMIT 1`;
  return row ?? null;
}
