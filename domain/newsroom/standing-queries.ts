import { may, reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { findArticle } from '@/domain/articles/draft-queries';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { db, Prisma } from '@/prisma/client';
import { openRemarksSql } from './remarks/remark-queries';
import type { DecisionKind, EditionState, LanguageStanding, Standing, Step } from './standing';

type StandingRow = Omit<Standing, 'languages' | 'decided' | 'forced'> & {
  decided: { kind: DecisionKind; by: string; at: string; remark: string | null } | null;
  languages: LanguageRow[];
};
/** Instants as JSON has them. */
type LanguageRow = {
  locale: Locale;
  textId: string | null;
  shown: { since: string; plannedAt: string; until: string | null; earlier: boolean } | null;
  planned: { at: string; until: string | null } | null;
  ended: 'withdrawn' | 'expired' | null;
};

/** All that readers see of a text, to be compared: its words and their form, its parts, the picture at its head; and whether it is said to name the woman it tells of. */
const wordsSql = (text: string) =>
  Prisma.raw(`(${text}.title, ${text}.summary, ${text}.body, ${text}.easy_read, ${text}.what_changed, (SELECT d.names_subject FROM edition d WHERE d.id = ${text}.edition_id),
  (SELECT jsonb_agg(to_jsonb(g) - 'id' - 'text_id' ORDER BY g.position) FROM guide_step g WHERE g.text_id = ${text}.id),
  (SELECT jsonb_agg(to_jsonb(l) - 'id' - 'text_id' ORDER BY l.position) FROM alert_part l WHERE l.text_id = ${text}.id),
  (SELECT array_agg(m.asset_id ORDER BY m.asset_id) FROM media_use m WHERE m.text_id = ${text}.id AND m.use = 'portal' AND m.at_head))`);

const LANGUAGE = Prisma.sql`jsonb_build_object('locale', l.locale, 'textId', t.id,
  'shown', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('since', p.published_at, 'plannedAt', p.planned_at, 'until', p.planned_end,
    'earlier', t.id IS NOT NULL AND t.id <> pt.id AND ${wordsSql('t')} IS DISTINCT FROM ${wordsSql('pt')}) END,
  'planned', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('at', n.planned_at, 'until', n.planned_end) END,
  'ended', CASE WHEN p.id IS NULL AND o.end_reason IS NOT NULL AND (t.id = ot.id OR ${wordsSql('t')} IS NOT DISTINCT FROM ${wordsSql('ot')}) THEN
    CASE o.end_reason WHEN 'expired' THEN 'expired' WHEN 'superseded' THEN NULL ELSE 'withdrawn' END END)`;

const LANGUAGES = Prisma.sql`(SELECT jsonb_agg(${LANGUAGE} ORDER BY l.n) FROM (VALUES (1, 'vi'), (2, 'en')) l (n, locale)
  LEFT JOIN edition_text t ON t.edition_id = e.id AND t.locale = l.locale
  LEFT JOIN publication p ON p.article_id = a.id AND p.locale = l.locale AND p.published_at IS NOT NULL AND p.ended_at IS NULL
  LEFT JOIN edition_text pt ON pt.id = p.text_id
  LEFT JOIN publication n ON n.article_id = a.id AND n.locale = l.locale AND n.published_at IS NULL AND n.ended_at IS NULL
  LEFT JOIN LATERAL (SELECT x.end_reason, x.text_id FROM publication x WHERE x.article_id = a.id AND x.locale = l.locale
    AND x.published_at IS NOT NULL AND x.ended_at IS NOT NULL ORDER BY x.ended_at DESC LIMIT 1) o ON true
  LEFT JOIN edition_text ot ON ot.id = o.text_id)`;

/** The editions that matter today: the newest one `e`, and those of which something is shown or planned. */
const matters = (edition: string) =>
  Prisma.sql`(${Prisma.raw(edition)} = e.id OR ${Prisma.raw(edition)} IN (SELECT mt.edition_id FROM publication mp JOIN edition_text mt ON mt.id = mp.text_id
  WHERE mp.article_id = a.id AND mp.ended_at IS NULL))`;

/** Editions of an alert `a` that went out at once, matter, and that nobody has approved since, as `f`; a newer one makes no difference. */
export const unconfirmedSql = Prisma.sql`edition f WHERE a.kind = 'alert' AND f.article_id = a.id AND ${matters('f.id')}
  AND EXISTS (SELECT FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'forced')
  AND NOT EXISTS (SELECT FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'approved')`;

/** Whether she wrote in an edition `f`, or an earlier one, what nobody else has approved, or sent that out at once. */
export const hersSql = (accountId: string) => Prisma.sql`EXISTS (SELECT FROM app.unapproved_shares(f.id) w
  WHERE w.account_id = ${accountId}::uuid)`;

/** Whether she wrote what stands in an edition `e` and nobody has approved yet, as SQL. */
export const wroteSinceSql = (accountId: string) => Prisma.sql`EXISTS (SELECT FROM app.unapproved_shares(e.id) w
  WHERE w.account_id = ${accountId}::uuid AND NOT w.forced)`;

/** Whether she wrote that, or sent it out at once: then another approves it. */
export const sharesSql = (accountId: string) => Prisma.sql`EXISTS (SELECT FROM app.unapproved_shares(e.id) w
  WHERE w.account_id = ${accountId}::uuid)`;

/** Whether at the unit of an article `a` whoever wrote may approve its edition `e` today, as SQL: not what went out at once. */
export const ruledSql = () => Prisma.sql`(EXISTS (SELECT FROM approval_ruling r WHERE r.unit_id = a.unit_id
  AND app.active_on(r.valid_from, r.valid_to, app.today())) AND NOT EXISTS (SELECT FROM app.unapproved_shares(e.id) w WHERE w.forced))`;

/** Where these articles stand, those that the viewer may see, in no order. */
export async function listStandings(viewer: Viewer, articleIds: readonly string[]): Promise<Standing[]> {
  if (articleIds.length === 0) return [];
  const rows = await db.$queryRaw<StandingRow[]>`
    SELECT a.id::text AS "articleId", e.id::text AS "editionId", e.number, e.state::text AS "editionState",
      (SELECT jsonb_build_object('kind', d.kind, 'by', c.display_name, 'at', d.decided_at, 'remark', d.remark)
        FROM edition_decision d JOIN account c ON c.id = d.decided_by_id WHERE d.edition_id = e.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS decided,
      ${sharesSql(viewer.accountId)} AS wrote, ${ruledSql()} AS ruled,
      EXISTS (SELECT FROM edition_decision d WHERE ${matters('d.edition_id')} AND d.ruling_id IS NOT NULL) AS alone,
      (SELECT jsonb_build_object('editionId', f.id, 'number', f.number, 'version', f.version, 'hers', ${hersSql(viewer.accountId)},
        'reason', (SELECT d.remark FROM edition_decision d WHERE d.edition_id = f.id AND d.kind = 'forced' ORDER BY d.decided_at DESC LIMIT 1))
        FROM ${unconfirmedSql} ORDER BY f.number DESC LIMIT 1) AS unconfirmed,
      ${openRemarksSql} AS remarks,
      ${LANGUAGES} AS languages
    FROM article a JOIN LATERAL (SELECT x.id, x.number, x.state FROM edition x WHERE x.article_id = a.id ORDER BY x.number DESC LIMIT 1) e ON true
    WHERE a.id = ANY (${articleIds}::uuid[]) AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
      AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})`;
  return rows.map(toStanding);
}

/** Where one article stands; null when the viewer may not see it. */
export const findStanding = async (viewer: Viewer, articleId: string): Promise<Standing | null> =>
  (await listStandings(viewer, [articleId]))[0] ?? null;

function toStanding({ decided, languages, ...row }: StandingRow): Standing {
  return {
    ...row,
    forced: row.unconfirmed !== null,
    decided: decided && { ...decided, at: new Date(decided.at) },
    languages: languages.map((language) => toLanguage(language, row.editionState)),
  };
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

function toLanguage(row: LanguageRow, state: EditionState): LanguageStanding {
  const { locale, textId, shown, planned } = row;
  return {
    locale,
    textId,
    step: stepOf(row, state),
    shown: shown && {
      since: new Date(shown.since),
      plannedAt: new Date(shown.plannedAt),
      until: instant(shown.until),
    },
    planned: planned && { at: new Date(planned.at), until: instant(planned.until) },
  };
}

function stepOf({ textId, shown, planned, ended }: LanguageRow, state: EditionState): Step {
  if (planned) return 'scheduled';
  if (shown && !shown.earlier) return 'published';
  if (textId === null) return 'missing';
  if (state !== 'approved' && state !== 'superseded') return state;
  return ended ?? 'approved';
}

export type Found = { article: ArticleDraft; standing: Standing };

/** The article with its newest edition and where it stands, for one who may do this with it. */
export async function findArticleFor(
  viewer: Viewer,
  permission: 'articles.write' | 'articles.publish' | 'articles.withdraw',
  articleId: string,
): Promise<Result<Found, 'not-found' | 'not-allowed'>> {
  const article = await findArticle(viewer, articleId);
  const standing = article && (await findStanding(viewer, article.id));
  if (!article || !standing) return problem('not-found');
  return may(viewer, permission, article.unit.path) ? ok({ article, standing }) : problem('not-allowed');
}
