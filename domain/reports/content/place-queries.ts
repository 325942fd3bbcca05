import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { CoverageState } from '@/domain/coverage/coverage';
import { type Day, toDate } from '@/domain/days/day';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import type { Locale } from '@/domain/locale';
import { byVietnameseName } from '@/domain/order';
import { unitNameOnSql } from '@/domain/units/name-queries';
import type { UnitKind } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import type { Stretch } from '../periods/period';
import type { ReportState } from '../report';
import type { CommuneTold, ModelNamed, ModelsTold, NoteTold, TopicTold } from '../report-content';
import { type Placed, seenId } from './placed';

const NAMED_MAX = 12;
const TOPICS_MAX = 60;
const COMMUNES_MAX = 200;
const NOTES_MAX = 20;

type CountRow = { kind: ModelKind; planned: number; active: number; paused: number };
type EventRow = { kind: ModelKind; event: 'began' | 'ended'; count: number; named: ModelNamed[] };

/** Models of each kind on the last day, and those that began and ended in the stretch where they were hosted then. */
export async function readModels(viewer: Viewer, placed: Placed, { from, to }: Stretch): Promise<ModelsTold[]> {
  const place = Prisma.sql`${seenId(viewer, placed)}::uuid`;
  const counted = (status: string) =>
    Prisma.sql`coalesce(max(f.done) FILTER (WHERE f.status = ${status}::model_status_name), 0)::int`;
  const asked = modelKinds.flatMap((kind) => ['planned', 'active', 'paused'].map((status) => ({ kind, status })));
  const [counts, events] = await Promise.all([
    db.$queryRaw<CountRow[]>`
      SELECT k.kind::text, ${counted('planned')} AS planned, ${counted('active')} AS active, ${counted('paused')} AS paused
      FROM unnest(${[...modelKinds]}::model_kind[]) WITH ORDINALITY k (kind, at) LEFT JOIN app.figures_of_models(${asked.map(({ kind }) => kind)}::model_kind[],
        ${asked.map(({ status }) => status)}::model_status_name[], ${place}, ${to}::date) f ON f.kind = k.kind AND f.unit_id = ${place} GROUP BY k.kind, k.at ORDER BY k.at`,
    db.$queryRaw<EventRow[]>`
      WITH event AS (SELECT m.kind, m.name, s.valid_from AS day, CASE s.status WHEN 'active' THEN 'began' ELSE 'ended' END AS event
        FROM model_status s JOIN digital_model m ON m.id = s.model_id JOIN model_host h ON h.model_id = s.model_id AND app.active_on(h.valid_from, h.valid_to, s.valid_from)
          JOIN app.units_of_place(${place}, ${to}::date) u ON u.unit_id = h.unit_id AND u.reported
        WHERE s.valid_from BETWEEN ${from}::date AND ${to}::date AND s.valid_from IS DISTINCT FROM s.valid_to AND (s.status = 'ended'
          OR s.status = 'active' AND NOT EXISTS (SELECT FROM model_status e WHERE e.model_id = s.model_id AND e.status = 'active' AND e.valid_from < s.valid_from AND e.valid_from IS DISTINCT FROM e.valid_to)))
      SELECT e.kind::text, e.event, e.count, e.named FROM (SELECT kind, event, count(*)::int AS count,
        to_jsonb((array_agg(jsonb_build_object('name', name, 'day', day) ORDER BY day, name))[1:${NAMED_MAX}]) AS named FROM event GROUP BY 1, 2) e`,
  ]);
  return counts.map((row) => {
    const of = (event: EventRow['event']) => events.find((each) => each.kind === row.kind && each.event === event);
    const [began, ended] = [of('began'), of('ended')];
    const named = { beganNamed: began?.named ?? [], endedNamed: ended?.named ?? [] };
    return { ...row, began: began?.count ?? 0, ended: ended?.count ?? 0, ...named };
  });
}

type TopicRow = Omit<TopicTold, 'title'> & { vi: string | null; en: string | null; code: string };

/** Sessions held in the stretch, by course; who was there counts once in each course. */
export async function readTopics(viewer: Viewer, placed: Placed, { from, to }: Stretch): Promise<TopicTold[]> {
  const rows = await db.$queryRaw<TopicRow[]>`
    WITH held AS MATERIALIZED (SELECT h.session_id, h.hours, s.course_id FROM app.held_in_place_since(${seenId(viewer, placed)}::uuid, ${from}::date, ${to}::date) h JOIN session s ON s.id = h.session_id),
      taught AS (SELECT course_id, count(*)::int AS sessions, sum(hours)::float8 AS hours FROM held GROUP BY 1),
      there AS (SELECT h.course_id, count(*)::int AS attendances, count(DISTINCT coalesce(a.person_id, a.enrolment_id))::int AS people FROM held h JOIN attendance a ON a.session_id = h.session_id
        WHERE a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged') GROUP BY 1)
    SELECT t.course_id::text AS "courseId", c.code, t.sessions, t.hours, coalesce(p.attendances, 0) AS attendances, coalesce(p.people, 0) AS people, ${titleSql('vi')} AS vi, ${titleSql('en')} AS en
    FROM taught t JOIN course c ON c.id = t.course_id LEFT JOIN there p USING (course_id) ORDER BY t.sessions DESC, t.hours DESC, c.code LIMIT ${TOPICS_MAX}`;
  return rows.map(({ vi, en, code, ...row }) => ({ ...row, title: { vi: vi ?? en ?? code, en: en ?? vi ?? code } }));
}

const titleSql = (locale: Locale) =>
  Prisma.sql`(SELECT x.title FROM course_text x WHERE x.course_id = t.course_id AND x.locale = ${locale})`;

type NoteRow = { note: NoteTold['note']; day: Day; name: string | null; kind: UnitKind | null };

/** What happened to a commune in the stretch: it began to keep its records here, was renamed, became a ward, took over others. */
export async function readNotes(viewer: Viewer, placed: Placed, { from, to }: Stretch): Promise<NoteTold[]> {
  const unitId = seenId(viewer, placed);
  const within = (day: Prisma.Sql) => Prisma.sql`${day} > ${from}::date AND ${day} <= ${to}::date`;
  const rows = await db.$queryRaw<NoteRow[]>`
    SELECT x.note, x.day::text AS day, x.name, x.kind FROM (
      SELECT 'kept-since' AS note, k.valid_from AS day, NULL::text AS name, NULL::text AS kind FROM record_keeping k
        WHERE k.unit_id = ${unitId}::uuid AND ${within(Prisma.sql`k.valid_from`)} AND k.valid_from IS DISTINCT FROM k.valid_to
      UNION ALL SELECT 'became', k.valid_from, NULL, k.kind::text FROM unit_kind k WHERE k.unit_id = ${unitId}::uuid AND ${within(Prisma.sql`k.valid_from`)} AND k.valid_from IS DISTINCT FROM k.valid_to
        AND EXISTS (SELECT FROM unit_kind b WHERE b.unit_id = k.unit_id AND b.valid_from < k.valid_from)
      UNION ALL SELECT 'renamed', n.valid_from, n.name, NULL FROM unit_name n WHERE n.unit_id = ${unitId}::uuid AND ${within(Prisma.sql`n.valid_from`)} AND n.valid_from IS DISTINCT FROM n.valid_to
        AND EXISTS (SELECT FROM unit_name b WHERE b.unit_id = n.unit_id AND b.valid_from < n.valid_from)
      UNION ALL SELECT 'took-over', l.on_day, ${formerNameSql}, (SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = l.predecessor_id AND k.valid_from < l.on_day ORDER BY k.valid_from DESC LIMIT 1)
        FROM unit_lineage l JOIN unit_change c ON c.id = l.change_id AND c.undone_at IS NULL JOIN unit u ON u.id = l.predecessor_id AND u.level = 'commune'
        WHERE l.successor_id = ${unitId}::uuid AND l.predecessor_id <> l.successor_id AND ${within(Prisma.sql`l.on_day`)}) x
    ORDER BY x.day, x.note LIMIT ${NOTES_MAX}`;
  return rows.map(({ note, day, name, kind }) => ({ note, day, name: name ?? '', kind }) as NoteTold);
}

const formerNameSql = Prisma.sql`(SELECT n.name FROM unit_name n WHERE n.unit_id = l.predecessor_id AND n.valid_from < l.on_day ORDER BY n.valid_from DESC LIMIT 1)`;

type CommuneRow = Omit<CommuneTold, 'percents' | 'before' | 'state'> & {
  state: CoverageState | null;
  subAssociation: number | null;
  group: number | null;
  subAssociationBefore: number | null;
  groupBefore: number | null;
};

/** Each commune of the day: how far it is and was when the period before ended, and how far its report has come. */
export async function readCommunes(
  viewer: Viewer,
  periodId: string,
  day: Day,
  before: Day | null,
): Promise<CommuneTold[]> {
  if (!mayForProvince(viewer, 'reports.see')) return [];
  const percent = (level: string, of = Prisma.sql`cover`) =>
    Prisma.sql`(SELECT v.percent::float8 FROM ${of} v WHERE v.commune_id = c.unit_id AND v.level = ${level}::unit_level)`;
  const was = Prisma.sql`was`;
  const rows = await db.$queryRaw<CommuneRow[]>`
    WITH cover AS MATERIALIZED (SELECT * FROM app.coverage(${toDate(day)}::date)), was AS MATERIALIZED (SELECT * FROM app.coverage(${toDate(before ?? day)}::date))
    SELECT c.unit_id::text AS id, coalesce(${unitNameOnSql(Prisma.sql`c.unit_id`, day)}, '') AS name, coalesce(k.kind::text, 'commune') AS kind,
      CASE WHEN c.reported OR r.id IS NOT NULL THEN coalesce(r.state::text, 'draft') END AS report, ${percent('sub_association')} AS "subAssociation", ${percent('group')} AS "group",
      ${percent('sub_association', was)} AS "subAssociationBefore", ${percent('group', was)} AS "groupBefore",
      (SELECT v.state FROM cover v WHERE v.commune_id = c.unit_id AND v.level = 'sub_association') AS state
    FROM app.communes_on(${toDate(day)}::date) c LEFT JOIN report r ON r.unit_id = c.unit_id AND r.period_id = ${periodId}::uuid
      LEFT JOIN unit_kind k ON k.unit_id = c.unit_id AND app.active_on(k.valid_from, k.valid_to, ${toDate(day)}::date) LIMIT ${COMMUNES_MAX}`;
  return rows
    .map(({ subAssociation, group, subAssociationBefore, groupBefore, report, state, ...row }) => ({
      ...row,
      ...(state && { state }),
      report: report as ReportState | null,
      percents: { sub_association: subAssociation, group },
      ...(before && { before: { sub_association: subAssociationBefore, group: groupBefore } }),
    }))
    .sort(byVietnameseName);
}

type PlaceRow = {
  name: string;
  kind: UnitKind | null;
  demo: boolean;
  reading: 'tied' | 'both' | 'family' | 'pair';
  households: boolean;
};

/** How a place was called on the day, which reading was signed for it, and whether any of this is a demonstration. */
export async function readPlace(viewer: Viewer, placed: Placed, day: Day): Promise<PlaceRow> {
  const [row] = await db.$queryRaw<PlaceRow[]>`
    SELECT coalesce(${unitNameOnSql(Prisma.sql`u.id`, day)}, u.slug) AS name, EXISTS (SELECT FROM unit d WHERE d.demo) AS demo, app.signed_reading(${toDate(day)}::date)::text AS reading,
      app.days_asking_households() @> ${toDate(day)}::date AS households,
      (SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${toDate(day)}::date)) AS kind
    FROM unit u WHERE u.id = ${seenId(viewer, placed)}::uuid`;
  return row ?? { name: '', kind: null, demo: false, reading: 'tied', households: false };
}
