import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { LibraryRecord } from '@/domain/pictures/library';
import { db } from '@/prisma/client';
import { findNames, type Rows } from '../namings/name-queries';
import { askedOf, type NameAsked, type NameInText, type Pieces } from '../namings/naming';

const ARTICLES_MAX = 500;

type Piece = { id: string; places: string[] };

/** Names in new words of a picture that the viewer answers for if she approves them; none where that is not for her. */
export async function listNamesWaiting(viewer: Viewer, { id, waiting }: LibraryRecord): Promise<NameAsked[]> {
  return waiting?.mayDecide ? askedOf((await readNamesWaiting(viewer, id, db)).names) : [];
}

/** The articles in whose approved texts a picture stands, and names of persons in its words that wait; none where no text shows it, for they are sought when one does. */
export async function readNamesWaiting(
  viewer: Viewer,
  pictureId: string,
  rows: Rows,
): Promise<{ articleIds: string[]; names: NameInText[] }> {
  if (!mayAnywhere(viewer, 'articles.publish')) return { articleIds: [], names: [] };
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
  return { articleIds, names: await findNames(viewer, pieces, said, rows) };
}
