import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import type { Locale } from '@/domain/locale';
import { wordsOf } from '@/domain/texts/search-words';
import { db, Prisma } from '@/prisma/client';
import type { Suggestion } from './meant';

const TITLES_MAX = 3;
const TOPICS_MAX = 3;
/** Letters from which on something can be nearly what was typed. */
const KEY_MIN = 4;

type SuggestionRow = { name: string; kind: ArticleKind | null; slug: string | null };

/** Topics and titles of public articles that are nearly what was typed, the nearest first; for a question that found nothing. */
export async function listPublishedSuggestions(locale: Locale, question: string): Promise<Suggestion[]> {
  const key = wordsOf(question).join(' ');
  if (key.length < KEY_MIN) return [];
  const name = locale === 'vi' ? Prisma.sql`k.name_vi` : Prisma.sql`k.name_en`;
  const rows = await db.$queryRaw<SuggestionRow[]>`
    (SELECT /* one plan */ ${name} AS name, NULL AS kind, NULL AS slug FROM skill k
      WHERE k.retired_on IS NULL AND word_similarity(${key}, app.search_key(${name})) > 0.5
      ORDER BY word_similarity(${key}, app.search_key(${name})) DESC, k.position LIMIT ${TOPICS_MAX})
    UNION ALL
    (SELECT t.title, n.kind::text, s.slug
      FROM (SELECT p.text_id, p.article_id, p.published_at, a.kind, word_similarity(${key}, w.title_key) AS likeness
        FROM app.published_words w
          JOIN publication p ON p.id = w.publication_id AND p.locale = ${locale} AND p.published_at <= now() AND p.ended_at IS NULL
          JOIN article a ON a.id = p.article_id AND a.kind = ANY (${[...articleKinds]}::article_kind[])
        WHERE ${key} <% w.title_key AND EXISTS (SELECT FROM article_slug x WHERE x.article_id = p.article_id AND x.locale = ${locale} AND x.retired_at IS NULL)
        ORDER BY likeness DESC, p.published_at DESC LIMIT ${TITLES_MAX}) n
        JOIN edition_text t ON t.id = n.text_id
        JOIN article_slug s ON s.article_id = n.article_id AND s.locale = ${locale} AND s.retired_at IS NULL
      ORDER BY n.likeness DESC, n.published_at DESC)`;
  return rows.map(({ name, kind, slug }) =>
    kind && slug ? { what: 'article', kind, slug, name } : { what: 'topic', name },
  );
}
