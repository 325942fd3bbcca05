import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { type WrittenName, writtenNames } from '@/domain/articles/written-names/written-names';
import { db } from '@/prisma/client';
import { listPlaces, type Rows } from './name-queries';

const TEXTS_MAX = 8;

/** Names that stand in what is public or planned of an article, in the notice of its withdrawal, and in its newest edition: of each somebody may say no. For who lets it out. */
export async function listNamesIn(
  viewer: Viewer,
  { id, unit, editionId, source }: ArticleDraft,
  rows: Rows = db,
): Promise<WrittenName[]> {
  if (!may(viewer, 'articles.publish', unit.path)) return [];
  const [texts, notices, places] = await Promise.all([
    rows.$queryRaw<{ words: string }[]>`
      SELECT concat_ws(chr(10), t.title, t.summary, t.plain, t.easy_read, t.what_changed, t.lines, n.read_by, a.source_name, app.words_of_pictures(t)) AS words
      FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id LEFT JOIN sound n ON n.text_id = t.id
      WHERE a.id = ${id}::uuid AND (e.id = ${editionId}::uuid OR EXISTS (SELECT FROM publication p WHERE p.text_id = t.id AND p.ended_at IS NULL))
      ORDER BY t.id LIMIT ${TEXTS_MAX}`,
    rows.$queryRaw<{ notice: string }[]>`
      SELECT DISTINCT ON (p.locale) coalesce(p.notice, '') AS notice FROM publication p
      WHERE p.article_id = ${id}::uuid AND p.published_at IS NOT NULL ORDER BY p.locale, p.published_at DESC`,
    listPlaces(viewer, rows),
  ]);
  const words = [...texts.map((text) => text.words), ...notices.map(({ notice }) => notice), source?.name ?? ''];
  return writtenNames(words, places);
}
