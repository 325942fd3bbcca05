import type { Transaction } from '@/prisma/transaction';

/**
 * Notes which Vietnamese words the English text of an edition follows: those beside it, or not those. A new edition that is not said to
 * follow those follows what the one before did, and any other keeps its own.
 */
export async function noteSource(
  tx: Transaction,
  editionId: string,
  { follows, begun }: { follows: boolean | null; begun: boolean },
): Promise<void> {
  if (follows)
    await tx.$executeRaw`
      UPDATE edition_text en SET translated_from_id = vi.id, translated_from_sha = vi.sha256 FROM edition_text vi
      WHERE en.edition_id = ${editionId}::uuid AND en.locale = 'en' AND vi.edition_id = en.edition_id AND vi.locale = 'vi'`;
  if (follows === false)
    await tx.$executeRaw`
      UPDATE edition_text en SET translated_from_id = NULL, translated_from_sha = NULL FROM edition_text vi
      WHERE en.edition_id = ${editionId}::uuid AND en.locale = 'en' AND vi.edition_id = en.edition_id AND vi.locale = 'vi'
        AND en.translated_from_sha = vi.sha256`;
  if (!follows && begun)
    await tx.$executeRaw`
      UPDATE edition_text en SET translated_from_id = old.translated_from_id, translated_from_sha = old.translated_from_sha
      FROM edition own JOIN LATERAL (SELECT t.translated_from_id, t.translated_from_sha FROM edition e
        JOIN edition_text t ON t.edition_id = e.id AND t.locale = 'en'
        WHERE e.article_id = own.article_id AND e.number < own.number ORDER BY e.number DESC LIMIT 1) old ON true
      WHERE own.id = ${editionId}::uuid AND en.edition_id = own.id AND en.locale = 'en' AND en.translated_from_sha IS NULL
        AND (${follows === null} OR NOT EXISTS (SELECT FROM edition_text vi
          WHERE vi.edition_id = own.id AND vi.locale = 'vi' AND vi.sha256 = old.translated_from_sha))`;
}

/** The lines of the English text of an edition, as the database has them at this moment of a transaction. */
export async function englishLines(tx: Transaction, editionId: string): Promise<string | null> {
  const where = { editionId_locale: { editionId, locale: 'en' } };
  return (await tx.editionText.findUnique({ where, select: { lines: true } }))?.lines ?? null;
}
