import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import type { Look } from './link';

/** What an address of the portal shows: a record by its slug or number, or a page that is always there. Null: nothing. */
export type OwnPage =
  | {
      of: 'article' | 'article-number' | 'commune' | 'commune-code' | 'session' | 'session-number';
      locale: Locale;
      key: string;
    }
  | { of: 'always' };

type Row = { at: number; found: boolean; known: boolean; movedTo: string | null };

/**
 * What readers find at pages of the portal, without asking them: one statement for all. An old address leads on to the one of today (`movedTo`: its
 * slug); one whose text was withdrawn says so.
 */
export async function lookAtPublishedOwn(pages: readonly (OwnPage | null)[]): Promise<Look[]> {
  const asked = pages.map((page, at) => ({ at, of: 'always', locale: 'vi', key: '', ...page }));
  const rows = await db.$queryRaw<Row[]>`
    SELECT x.at, coalesce(r.found, false) AS found, coalesce(r.known, false) AS known, r."movedTo"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS x(at int, of text, locale text, key text)
      LEFT JOIN LATERAL (
        SELECT EXISTS (SELECT FROM publication p WHERE p.article_id = s.article_id AND p.locale = s.locale AND p.published_at IS NOT NULL AND p.ended_at IS NULL) AS found, true AS known,
          CASE WHEN s.retired_at IS NOT NULL AND s.locale = x.locale THEN (SELECT c.slug FROM article_slug c WHERE c.article_id = s.article_id AND c.locale = s.locale AND c.retired_at IS NULL LIMIT 1) END AS "movedTo"
          FROM article_slug s WHERE x.of = 'article' AND s.slug = x.key
        UNION ALL SELECT EXISTS (SELECT FROM publication p WHERE p.article_id = a.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL), true, NULL
          FROM article a WHERE x.of = 'article-number' AND a.number::text = x.key
        UNION ALL SELECT true, true, NULL FROM unit u WHERE u.level = 'commune' AND (x.of = 'commune' AND u.slug = x.key OR x.of = 'commune-code' AND u.code = x.key)
        UNION ALL SELECT e.state IN ('approved', 'held') OR e.state = 'cancelled' AND EXISTS (SELECT FROM session_decision d WHERE d.session_id = e.id AND d.kind = 'approved'), true, NULL
          FROM session e WHERE x.of = 'session' AND e.slug = x.key OR x.of = 'session-number' AND e.number::text = x.key
      ) r ON true
    ORDER BY x.at LIMIT ${2 * pages.length}::int`;
  return pages.map((page, at) => {
    if (page?.of === 'always') return { state: 'found' };
    // a piece that is there in the other language alone has a page here that says so
    const own = rows.filter((each) => each.at === at);
    const row = own.find(({ found }) => found) ?? own[0];
    if (row?.found) return { state: 'found', ...(row.movedTo ? { movedTo: row.movedTo } : {}) };
    return { state: 'gone', cause: row?.known ? 'withdrawn' : 'no-page' };
  });
}
