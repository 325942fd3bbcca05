import { db } from '@/prisma/client';
import { type Found, type FoundArticle, type FoundCommune, placeKeyOf, textQueryOf, wordsOf } from './search';

const ARTICLES_MAX = 20;
const COMMUNES_MAX = 12;

/** Public articles and communes for a question, best first; accents, capitals and former names make no difference. */
export async function searchPublished(locale: 'vi' | 'en', question: string): Promise<Found> {
  if (wordsOf(question).length === 0) return { articles: [], communes: [] };
  const [articles, communes] = await Promise.all([findArticles(locale, question), findCommunes(question)]);
  return { articles, communes };
}

function findArticles(locale: string, question: string): Promise<FoundArticle[]> {
  return db.$queryRaw<FoundArticle[]>`
    select a.kind::text as kind, s.slug, t.title, t.summary, to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
    from publication p
      join edition_text t on t.id = p.text_id
      join article a on a.id = p.article_id and a.kind in ('news', 'story')
      join article_slug s on s.article_id = a.id and s.locale = p.locale and s.retired_at is null
    where p.locale = ${locale} and p.published_at <= now() and p.ended_at is null
      and to_tsvector('simple', t.search_key) @@ to_tsquery('simple', ${textQueryOf(question)})
    order by app.search_key(t.title) like '%' || ${wordsOf(question).join(' ')} || '%' desc,
      ts_rank(to_tsvector('simple', t.search_key), to_tsquery('simple', ${textQueryOf(question)})) desc, p.published_at desc
    limit ${ARTICLES_MAX}`;
}

/** By the name of today or a former one; a name that begins with the question comes first, then one that is nearly it. */
function findCommunes(question: string): Promise<FoundCommune[]> {
  const key = placeKeyOf(question);
  return db.$queryRaw<FoundCommune[]>`
    select slug, name, kind, case when former <> name then former end as "formerName" from (
      select distinct on (u.id) u.slug, now_name.name, k.kind::text as kind, n.name as former, n.search_key
      from unit u
        join unit_name n on n.unit_id = u.id
        join lateral (select name from unit_name x where x.unit_id = u.id and x.valid_from <= app.today() order by valid_from desc limit 1) now_name on true
        left join unit_kind k on k.unit_id = u.id and app.active_on(k.valid_from, k.valid_to, app.today())
      where u.level = 'commune' and (u.closed_on is null or u.closed_on > app.today())
        and (n.search_key like '%' || ${key} || '%' or (length(${key}) > 4 and similarity(n.search_key, ${key}) > 0.5))
      order by u.id, similarity(n.search_key, ${key}) desc
    ) found
    order by search_key like ${key} || '%' desc, similarity(search_key, ${key}) desc, name collate "vi-x-icu"
    limit ${COMMUNES_MAX}`;
}
