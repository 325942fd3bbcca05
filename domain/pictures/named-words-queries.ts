import { findNames, type Pieces, type Rows } from '@/domain/newsroom/namings/name-queries';
import type { NameInText } from '@/domain/newsroom/namings/naming';

const ARTICLES_MAX = 500;

type Piece = { id: string; places: string[] };

/** The articles in whose approved texts a picture stands, and names of persons in its words that wait; none where no text shows it, for they are sought when one does. */
export async function readNamesWaiting(
  rows: Rows,
  pictureId: string,
): Promise<{ articleIds: string[]; names: NameInText[] }> {
  const [articles, words] = await Promise.all([
    rows.$queryRaw<Piece[]>`
      SELECT a.id::text, array_prepend(a.unit_id::text, ARRAY (SELECT c.unit_id::text FROM article_commune c WHERE c.article_id = a.id)) AS places
      FROM article a WHERE a.id IN (SELECT app.articles_approved_with(${pictureId}::uuid)) ORDER BY a.id LIMIT ${ARTICLES_MAX}`,
    rows.$queryRaw<{ words: string }[]>`
      SELECT x.words FROM media_text_waiting w CROSS JOIN LATERAL (VALUES (w.alt), (w.caption)) x(words)
      WHERE w.asset_id = ${pictureId}::uuid AND w.returned_by_id IS NULL AND x.words <> '' LIMIT 4`,
  ]);
  const articleIds = articles.map(({ id }) => id);
  if (articleIds.length === 0) return { articleIds, names: [] };
  const pieces: Pieces = { ids: articleIds, places: articles.flatMap(({ places }) => places) };
  const said = words.map((each) => each.words);
  return { articleIds, names: await findNames(rows, pieces, said) };
}
