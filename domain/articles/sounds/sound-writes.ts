import type { Viewer } from '@/domain/access/viewer';
import type { Locale } from '@/domain/locale';
import type { Transaction } from '@/prisma/transaction';
import type { KeptSound } from './sound';

/** Says that this is the sound of a text in the words that stand there now; one that it had is none any more. */
export async function writeSound(
  tx: Transaction,
  { accountId }: Pick<Viewer, 'accountId'>,
  textId: string,
  { sha256, format, bytes, seconds, readBy }: KeptSound & { readBy: string },
): Promise<void> {
  await tx.sound.deleteMany({ where: { textId } });
  await tx.$executeRaw`
    INSERT INTO sound (text_id, sha256, format, bytes, seconds, read_by, words_sha256, added_by_id)
    VALUES (${textId}::uuid, decode(${sha256}, 'hex'), ${format}, ${bytes}, ${seconds}, ${readBy}, app.words_to_hear(${textId}::uuid), ${accountId}::uuid)`;
}

/** Takes the sounds of an article in a language from all its editions, and says how many. */
export async function takeSounds(tx: Transaction, articleId: string, locale: Locale): Promise<number> {
  const { count } = await tx.sound.deleteMany({ where: { text: { locale, edition: { articleId } } } });
  return count;
}
