import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import {
  type Found,
  type FoundArticle,
  type FoundCommune,
  placeKeyOf,
  placeNameOf,
  textQueryOf,
  wordsOf,
} from './search';

const ARTICLES_MAX = 20;
const COMMUNES_MAX = 12;

/** Public articles and communes for a question, best first; accents, capitals and former names make no difference. */
export async function searchPublished(locale: Locale, question: string): Promise<Found> {
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
      join app.published_words w on w.publication_id = p.id
      join article_slug s on s.article_id = a.id and s.locale = p.locale and s.retired_at is null
    where p.locale = ${locale} and p.published_at <= now() and p.ended_at is null
      and w.words @@ to_tsquery('simple', ${textQueryOf(question)})
    order by w.title_key like '%' || ${wordsOf(question).join(' ')} || '%' desc,
      ts_rank(w.words, to_tsquery('simple', ${textQueryOf(question)})) desc, p.published_at desc
    limit ${ARTICLES_MAX}`;
}

/**
 * Communes by a name of today or a former one. Exactly that name, marks and all, comes first; then the same letters,
 * then a beginning, a part or a near miss; today's name before a former one.
 */
async function findCommunes(question: string): Promise<FoundCommune[]> {
  const [key, name] = [placeKeyOf(question), placeNameOf(question)];
  const rows = await db.$queryRaw<CommuneRow[]>`
    with bearer as (
        select n.unit_id, n.name, n.search_key, null::text as kind, null::text as district, false as part, app.active_on(n.valid_from, n.valid_to, app.today()) as now from unit_name n
        union all select unit_id, name, search_key, kind::text, district, part, false from former_unit),
      scored as (select b.*, similarity(b.search_key, ${key}) as likeness,
          case when app.name_key(b.name) = app.name_key(${name}) then 0 when b.search_key = ${key} then 1 when starts_with(b.search_key, ${key}) then 2
            when strpos(b.search_key, ${key}) > 0 then 3 else 4 end as distance
        from bearer b where strpos(b.search_key, ${key}) > 0 or (length(${key}) > 4 and similarity(b.search_key, ${key}) > 0.5)),
      best as (select distinct on (unit_id) * from scored order by unit_id, distance, now desc, likeness desc)
    select u.slug, u.code, today.name, k.kind::text as kind, s.distance,
      case when s.now or s.name = today.name and s.kind is null then null else jsonb_build_object('name', s.name, 'kind', s.kind, 'district', s.district, 'part', s.part) end as former
    from best s join unit u on u.id = s.unit_id
      join lateral (select x.name from unit_name x where x.unit_id = u.id and x.valid_from <= app.today() order by x.valid_from desc limit 1) today on true
      left join unit_kind k on k.unit_id = u.id and app.active_on(k.valid_from, k.valid_to, app.today())
    where u.level = 'commune' and (u.closed_on is null or u.closed_on > app.today())
    order by s.distance, s.now desc, s.likeness desc, today.name collate "vi-x-icu", u.code
    limit ${COMMUNES_MAX}`;
  const namesakes = Math.min(1, ...rows.map(({ distance }) => distance));
  return rows.map(({ distance, ...row }) => ({ ...row, namesake: distance <= namesakes }));
}

type CommuneRow = Omit<FoundCommune, 'namesake'> & { distance: number };
