import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import { isToldHereSql, toldHereSql } from '@/domain/articles/published/place-queries';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { pageOf } from '@/domain/page';
import { excerptOf, piecesOf } from '@/domain/texts/excerpt';
import { textQueryOf, wordsOf } from '@/domain/texts/search-words';
import { db, Prisma } from '@/prisma/client';
import { instantsOf } from './range';
import { type FoundArticles, isArticleKind, type Narrowing } from './search';

const PAGE = 20;
/** As many finds, at most, are weighed by the whole of their text too: of more, all of their words would be read. */
const WEIGHED_MAX = 300;

type ArticleRow = {
  id: string | null;
  score: number;
  kind: ArticleKind;
  slug: string;
  title: string;
  summary: string;
  around: string;
  /** the same of the parts of a guide or an alert, of the easy-read version, of what stands under pictures and of what was corrected; else empty */
  inParts: string;
  publishedAt: string;
  demo: boolean;
  counts: Partial<Record<ArticleKind, number>> | null;
};

/**
 * Public articles that hold all words of the question, best first, twenty a page, and how many of each kind there are. What stands in
 * front says more; a year of age says a little.
 */
export async function searchPublishedArticles(
  locale: Locale,
  question: string,
  narrowing: Narrowing,
): Promise<FoundArticles> {
  const words = wordsOf(question);
  const rows = await readRows(narrowing.language ?? locale, words, textQueryOf(question), narrowing);
  const { page, next } = pageOf(
    rows.filter(({ id }) => id !== null),
    PAGE,
    ({ score, id }) => `${score}.${id}`,
  );
  const articles = page.map(({ kind, slug, title, summary, around, inParts, publishedAt, demo }) => ({
    kind,
    slug,
    title: piecesOf(title, words),
    excerpt: excerptOf([summary, around, inParts], words),
    publishedAt,
    demo,
  }));
  return { articles, counts: rows[0]?.counts ?? {}, next };
}

/** The score and id of the last article of the page before; null for what no page gives. */
function keyOf(after: string | undefined): { score: number; id: string } | null {
  const [, score, id] = /^(\d{1,6})\.([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return id && isId(id) ? { score: Number(score), id } : null;
}

/** Steps of a guide, lines of an alert, easy-read version, what changed, what stands under pictures and what was corrected: each begins a line, as those of a text do. */
const linesBesideSql = Prisma.sql`concat_ws(chr(10),
  (SELECT string_agg(concat_ws(chr(10), s.title, s.body), chr(10) ORDER BY s.position) FROM guide_step s WHERE s.text_id = t.id),
  (SELECT string_agg(concat_ws(' ', l.title, l.number), chr(10) ORDER BY l.position) FROM alert_part l WHERE l.text_id = t.id),
  t.easy_read, t.what_changed, app.captions_told(t), (SELECT app.notes_told(p) FROM publication p WHERE p.id = b.id))`;

/**
 * The score: 2000 for the words as they stand in the title, not within a longer one; up to 1000 for title and summary, up to 300 for
 * the text, 40 a year since 2020: no day changes it.
 */
function readRows(locale: Locale, words: string[], query: string, narrowing: Narrowing): Promise<ArticleRow[]> {
  const [phrase, longest] = [
    words.join(' '),
    words.reduce((one, other) => (other.length > one.length ? other : one), ''),
  ];
  const { kind, commune = null, topic = null, after } = narrowing;
  const { since, until } = instantsOf(narrowing);
  const [only, last] = [kind && isArticleKind(kind) ? kind : null, keyOf(after)];
  const firstIn = (key: Prisma.Sql) =>
    Prisma.sql`coalesce(nullif(strpos(${key}, ' ' || ${phrase}), 0), nullif(strpos(${key}, ' ' || ${longest}), 0), strpos(${key}, ${longest}))`;
  return db.$queryRaw<ArticleRow[]>`
    WITH /* one plan */ asked AS MATERIALIZED (SELECT to_tsquery('simple', ${query}) AS q), ${toldHereSql(commune ? [commune] : [])},
      hit AS MATERIALIZED (
        SELECT p.id, p.article_id, p.text_id, p.published_at, a.kind, a.demo, w.words,
            (strpos(' ' || w.title_key, ' ' || ${phrase}) > 0 OR strpos(w.title_key, ${phrase}) > 0 AND w.title_key ~ ('[^a-z0-9]' || ${phrase}))::int * 2000
            + round(1000 * ts_rank('{0, 0, 0.3, 1}', w.head, (SELECT q FROM asked)))::int
            + greatest(0, floor(extract(epoch FROM p.published_at - timestamptz '2020-01-01 00:00Z') / 789000))::int AS score
        FROM app.published_words w
          JOIN publication p ON p.id = w.publication_id AND p.locale = ${locale} AND p.published_at <= now() AND p.ended_at IS NULL
          JOIN article a ON a.id = p.article_id AND a.kind = ANY (${[...articleKinds]}::article_kind[])
        WHERE w.words @@ (SELECT q FROM asked)
          AND (${since}::timestamptz IS NULL OR p.published_at >= ${since}::timestamptz) AND (${until}::timestamptz IS NULL OR p.published_at < ${until}::timestamptz)
          AND (${commune}::text IS NULL OR ${isToldHereSql})
          AND (${topic}::text IS NULL OR EXISTS (SELECT FROM article_topic t JOIN skill k ON k.id = t.skill_id WHERE t.article_id = a.id AND k.code = ${topic}::text))),
      weighed AS (SELECT h.id, h.article_id, h.text_id, h.published_at, h.kind, h.demo, h.score
          + CASE WHEN (SELECT count(*) FROM hit) <= ${WEIGHED_MAX} THEN round(300 * ts_rank(h.words, (SELECT q FROM asked)))::int ELSE 0 END AS score FROM hit h
        WHERE ${only}::text IS NULL OR h.kind::text = ${only}::text),
      best AS (SELECT * FROM weighed
        WHERE ${last?.score ?? null}::int IS NULL OR (score, id) < (${last?.score ?? null}::int, ${last?.id ?? null}::uuid)
        ORDER BY score DESC, id DESC LIMIT ${PAGE + 1}),
      counted AS (SELECT jsonb_object_agg(kind, n) AS counts FROM (SELECT kind, count(*)::int AS n FROM hit GROUP BY kind) k)
    SELECT b.id::text AS id, b.score, b.kind::text AS kind, s.slug, t.title, t.summary, b.demo, c.counts,
      substr(t.plain, greatest(1, f.at - 300), 900) AS around, substr(g.plain, greatest(1, i.at - 300), 900) AS "inParts",
      to_char(b.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt"
    FROM counted c LEFT JOIN (best b
      JOIN edition_text t ON t.id = b.text_id
      JOIN article_slug s ON s.article_id = b.article_id AND s.locale = t.locale AND s.retired_at IS NULL
      CROSS JOIN LATERAL (SELECT ' ' || substr(t.search_key, length(t.title) + length(t.summary) + 3) AS key) k
      CROSS JOIN LATERAL (SELECT ${firstIn(Prisma.sql`k.key`)} AS at) f
      CROSS JOIN LATERAL (SELECT ${linesBesideSql} AS plain) g
      CROSS JOIN LATERAL (SELECT ' ' || app.search_key(g.plain) AS key) h
      CROSS JOIN LATERAL (SELECT ${firstIn(Prisma.sql`h.key`)} AS at) i) ON true
    ORDER BY b.score DESC, b.id DESC`;
}
