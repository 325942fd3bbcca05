import { createArticle } from '../../../test/factories/articles';
import { type Made, read, unique } from '../../../test/factories/write';
import type { QuietPortal } from '../processes/quiet-portal';

/**
 * Pieces that readers of a quiet portal find, where nobody else publishes, withdraws or arranges any; and two who arrange what stands first.
 * The newest is named first.
 */
export async function publishPieces(
  { database, places: { commune }, come }: QuietPortal,
  kind: 'news' | 'story' | 'guide',
  count: number,
) {
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const editors = [await come('editor', city), await come('editor', city)] as const;
  const [author, approver] = [{ id: editors[0].accountId }, { id: editors[1].accountId }];
  const titles: string[] = [];
  for (let left = count; left > 0; left--) {
    const [title, titleEn] = [`Bài xếp chỗ ${unique()}`, `A piece to arrange ${unique()}`];
    const publishedAt = new Date(Date.now() - left * 60_000).toISOString();
    await createArticle(database, { unit: commune, author, approver, kind, title, titleEn, publishedAt });
    titles.unshift(title);
  }
  return { editors, titles };
}
