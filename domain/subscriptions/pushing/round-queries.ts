import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';
import { NEWS_HOURS, type PushRound } from './push';

const ROUNDS_SHOWN = 5;

/**
 * An article in a language, as it is public now: nothing once it is withdrawn or over. `places`: the communes
 * on whose lists it stands, and those that went on in them; none is the whole city.
 */
export const publicNowSql = Prisma.sql`
  SELECT a.id AS article_id, a.number, a.kind::text AS kind, p.locale, coalesce(s.slug, '') AS slug, t.title, t.summary, a.demo, p.planned_end AS until,
    ARRAY (SELECT x.skill_id FROM article_topic x WHERE x.article_id = a.id) AS topics,
    app.with_predecessors(app.places_of_article(a.id)) AS places
  FROM publication p JOIN article a ON a.id = p.article_id AND a.kind <> 'page' JOIN edition_text t ON t.id = p.text_id
    LEFT JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
  WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL AND (p.planned_end IS NULL OR p.planned_end > now())`;

/** What of a device (`f` of `follow`) an article (`n` of `publicNowSql`) is told for: what is told of the whole city is told everywhere. */
export const isToldSql = Prisma.sql`(NOT f.alerts_alone OR n.kind = 'alert') AND (f.topic_id IS NULL OR f.topic_id = ANY (n.topics))
  AND (f.commune_id IS NULL OR n.places = '{}' OR f.commune_id = ANY (n.places))`;

/** Whether readers have an article (`n`) in the language of a device (`s` of `subscription`) too, which is not the one that it is told in here. */
export const hasHersSql = Prisma.sql`EXISTS (SELECT FROM publication o WHERE o.article_id = n.article_id AND o.locale = s.locale AND s.locale <> n.locale
  AND o.published_at IS NOT NULL AND o.ended_at IS NULL AND (o.planned_end IS NULL OR o.planned_end > now()))`;

/** Articles in a language that were first public in the last hours, and of which nobody was told yet; alerts first. */
export const dueRoundsSql = (most: number) => Prisma.sql`
  SELECT p.article_id::text AS "articleId", p.locale FROM publication p JOIN article a ON a.id = p.article_id AND a.kind <> 'page'
  WHERE p.locale IN ('vi', 'en') AND p.published_at > now() - ${NEWS_HOURS}::int * interval '1 hour' AND p.published_at IS NOT NULL AND p.ended_at IS NULL
    AND NOT EXISTS (SELECT FROM push_round r WHERE r.article_id = p.article_id AND r.locale = p.locale)
    AND NOT EXISTS (SELECT FROM publication x WHERE x.article_id = p.article_id AND x.locale = p.locale
      AND x.published_at <= now() - ${NEWS_HOURS}::int * interval '1 hour')
  ORDER BY a.kind = 'alert' DESC, p.published_at LIMIT ${most}::int`;

/** The newest rounds, how far each is, and how many devices follow anything; null for a viewer who may not see jobs. */
export async function listPushRounds(viewer: Viewer): Promise<{ devices: number; rounds: PushRound[] } | null> {
  if (!mayAnywhere(viewer, 'jobs.see')) return null;
  const [devices, rounds] = await Promise.all([
    db.subscription.count(),
    db.$queryRaw<PushRound[]>`
      SELECT r.id::text, r.locale, r.begun_at AS "begunAt", r.ended_at AS "endedAt", r.addressed, r.sent, r.gone, r.refused, r.dropped,
        (SELECT count(*)::int FROM push w WHERE w.round_id = r.id) AS waiting,
        coalesce((SELECT t.title FROM publication p JOIN edition_text t ON t.id = p.text_id
          WHERE p.article_id = r.article_id AND p.locale = r.locale AND p.published_at IS NOT NULL ORDER BY p.published_at DESC LIMIT 1), '') AS title
      FROM push_round r WHERE r.addressed > 0 ORDER BY r.begun_at DESC LIMIT ${ROUNDS_SHOWN}::int`,
  ]);
  return { devices, rounds };
}
