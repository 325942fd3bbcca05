import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { plainOf } from '@/domain/articles/document';
import type { ArticleDraft } from '@/domain/articles/draft';
import { db } from '@/prisma/client';
import { findNames, type Rows } from './name-queries';
import { askedOf, type NameAsked, type NameInText, piecesOf } from './naming';

type Written = Pick<ArticleDraft, 'id' | 'unit' | 'communeIds' | 'texts' | 'source' | 'editionId'>;

const WORDS_MAX = 400;

/** Names that whoever lets a piece out has to answer for; of none is told whether somebody is on record. */
export async function listNamesAsked(viewer: Viewer, article: ArticleDraft): Promise<NameAsked[]> {
  return askedOf(await readNames(viewer, article, db));
}

/** Names of persons in the newest edition of an article, in both languages, at its pictures and its sound, and what is known of them; for who lets it out. */
export async function readNames(viewer: Viewer, article: Written, rows: Rows): Promise<NameInText[]> {
  if (!may(viewer, 'articles.publish', article.unit.path)) return [];
  const beside = await readBeside(rows, article.editionId);
  const words = [...article.texts.flatMap(wordsOf), article.source?.name ?? '', ...beside];
  return findNames(viewer, piecesOf(article), words, rows);
}

const wordsOf = ({ title, summary, body, easyRead, whatChanged, lines }: Written['texts'][number]) =>
  [title, summary, plainOf(body), easyRead, whatChanged, lines].flatMap((words) => words ?? []);

/** What readers read at its pictures, at the head and within, and who reads it aloud, each in its language. */
async function readBeside(rows: Rows, editionId: string): Promise<string[]> {
  const found = await rows.$queryRaw<{ words: string }[]>`
    SELECT x.words FROM edition_text t JOIN media_use m ON m.text_id = t.id AND m.use = 'portal'
      JOIN media_asset a ON a.id = m.asset_id AND NOT app.has_left_library(a)
      JOIN media_text w ON w.asset_id = a.id AND w.locale = t.locale CROSS JOIN LATERAL (VALUES (w.alt), (w.caption)) x(words)
    WHERE t.edition_id = ${editionId}::uuid AND x.words <> ''
    UNION SELECT n.read_by FROM sound n JOIN edition_text t ON t.id = n.text_id WHERE t.edition_id = ${editionId}::uuid LIMIT ${WORDS_MAX}`;
  return found.map(({ words }) => words);
}
