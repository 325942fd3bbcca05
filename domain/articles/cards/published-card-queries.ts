import { toDate, today } from '@/domain/days/day';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { isHeardSql } from '@/domain/digital-models/published-queries';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { unitNameSql } from '@/domain/units/name-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { CARDS_MAX, cardKey, figureOfRef, type KeptCard } from './card';
import type { CardView, ModelTold, SessionTold } from './card-view';

type SessionRow = Omit<SessionTold, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };
type ToldRow = { sessions: SessionRow[] | null; models: ModelTold[] | null; silent: string[] | null };
const NOTHING: ToldRow = { sessions: null, models: null, silent: null };

/**
 * What the cards of a text tell everybody, by their keys, all in one statement. What is not public has no entry, nor a figure of a
 * commune that was silent on the day.
 */
export async function findPublishedTold(
  locale: Locale,
  cards: readonly Pick<KeptCard, 'of' | 'ref' | 'figure'>[],
): Promise<Map<string, CardView>> {
  const some = cards.slice(0, CARDS_MAX * 2);
  const [communes, { sessions, models, silent }] = await Promise.all([
    some.some(({ of }) => of === 'commune') ? listPublishedCommunes() : [],
    readTold(locale, some),
  ]);
  const viewOf = ({ of, ref, figure }: (typeof some)[number]): CardView | undefined => {
    const kind = modelKinds.find((each) => each === ref);
    const commune = communes.find(({ slug }) => slug === ref);
    const model = models?.find(({ id }) => id === ref);
    const session = sessions?.find(({ slug, number }) => slug === ref || String(number) === ref);
    if (of === 'commune') return commune && { of, commune };
    if (of === 'model') return kind ? { of: 'kind', kind } : model && { of, model };
    if (of === 'session')
      return (
        session && {
          of,
          session: { ...session, startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) },
        }
      );
    return figure && !silent?.includes(ref) ? { of, ...figureOfRef(ref), said: figure } : undefined;
  };
  return new Map(
    some.flatMap((card) => {
      const view = viewOf(card);
      return view ? [[cardKey(card), view] as const] : [];
    }),
  );
}

async function readTold(locale: Locale, cards: Parameters<typeof findPublishedTold>[1]): Promise<ToldRow> {
  const refsOf = (of: KeptCard['of']) => cards.filter((card) => card.of === of).map(({ ref }) => ref);
  const [sessions, models] = [refsOf('session'), refsOf('model').filter(isId)];
  // What a report has closed was told, whoever keeps records since.
  const open = cards.flatMap(({ ref, figure }) =>
    figure && !figure.closed && figure.place.level === 'commune' ? [ref] : [],
  );
  if (sessions.length + models.length + open.length === 0) return NOTHING;
  const [row] = await db.$queryRaw<ToldRow[]>`SELECT
    (SELECT json_agg(x) FROM (${sessionsSql(locale, sessions)}) x) AS sessions,
    (SELECT json_agg(x) FROM (${modelsSql(models)}) x) AS models,
    (SELECT jsonb_agg(o.ref) FROM unnest(${open}::text[]) o (ref) WHERE NOT EXISTS (SELECT FROM unit u JOIN record_keeping r ON r.unit_id = u.id
      AND app.active_on(r.valid_from, r.valid_to, split_part(o.ref, '/', 3)::date) WHERE u.slug = split_part(o.ref, '/', 2))) AS silent`;
  return row ?? NOTHING;
}

/** By number or slug; a proposal that was never approved does not exist. */
const sessionsSql = (locale: Locale, refs: readonly string[]) => Prisma.sql`
  SELECT s.id, s.number, s.slug, s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.all_day AS "allDay", s.demo,
    coalesce(w.title, c.code) AS title, coalesce(w.locale, ${locale}) AS told, coalesce(${unitNameSql(Prisma.sql`s.unit_id`)}, '') AS unit
  FROM session s JOIN course c ON c.id = s.course_id
    LEFT JOIN LATERAL (SELECT x.title, x.locale FROM course_text x WHERE x.course_id = c.id ORDER BY x.locale = ${locale} DESC LIMIT 1) w ON true
  WHERE (s.slug = ANY (${[...refs]}::text[]) OR s.number = ANY (${refs.filter((ref) => /^\d{1,9}$/.test(ref)).map(Number)}::int[]))
    AND (s.state IN ('approved', 'held') OR (s.state = 'cancelled' AND EXISTS (SELECT FROM session_decision d WHERE d.session_id = s.id AND d.kind = 'approved')))
  LIMIT ${CARDS_MAX * 2}`;

/** Named as search names them: active or planned in a commune that keeps records; or ended after it was active. */
const modelsSql = (ids: readonly string[]) => Prisma.sql`
  SELECT m.id, m.kind, m.name, m.demo, s.status, jsonb_build_object('slug', u.slug, 'name', coalesce(${unitNameSql(Prisma.sql`u.id`)}, u.slug)) AS place
  FROM digital_model m
    JOIN LATERAL (SELECT x.status FROM model_status x WHERE x.model_id = m.id AND x.valid_from <= ${toDate(today())}::date AND x.valid_from IS DISTINCT FROM x.valid_to
      ORDER BY x.valid_from DESC LIMIT 1) s ON s.status IN ('active', 'planned')
      OR (s.status = 'ended' AND EXISTS (SELECT FROM model_status y WHERE y.model_id = m.id AND y.status = 'active' AND y.valid_from IS DISTINCT FROM y.valid_to))
    JOIN LATERAL (SELECT x.unit_id FROM model_host x WHERE x.model_id = m.id AND x.valid_from <= ${toDate(today())}::date AND x.valid_from IS DISTINCT FROM x.valid_to
      ORDER BY x.valid_from DESC LIMIT 1) h ON true
    JOIN app.unit_place p ON p.unit_id = h.unit_id
    JOIN unit u ON u.id = p.commune_id AND u.level = 'commune'
  WHERE m.id = ANY (${[...ids]}::uuid[]) AND ${isHeardSql(Prisma.sql`${toDate(today())}::date`)} LIMIT ${CARDS_MAX * 2}`;
