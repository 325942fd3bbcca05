import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { REMINDED } from '@/domain/messages/message';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import { listSigners } from '@/domain/reports/signers/signer-queries';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { lastSelect, newest, newestFirst } from '../last';
import { REMINDED_MAX } from '../reminder';
import { restingOf } from './report-facts';
import type { MissingReport, MissingReports, ReportAsked } from './report-reminder';

type Found = { period: ReportPeriod; missing: MissingReport[] | null };

/** What a commune is today, or was last. */
const kindSql = (unitId: Prisma.Sql) =>
  Prisma.sql`coalesce((SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = ${unitId} AND k.valid_from <= ${toDate(today())}::date ORDER BY k.valid_from DESC LIMIT 1), 'commune')`;

/** Which communes owe their report of a period that is over, or got it back, in Vietnamese order; null for who does not remind the communes, or before its end. */
export async function findMissing(
  viewer: Viewer,
  periodId: string,
): Promise<{ period: ReportPeriod; missing: MissingReport[] } | null> {
  if (!isId(periodId) || !mayForProvince(viewer, 'reminders.remind')) return null;
  const id = Prisma.sql`c.unit_id`;
  const [found] = await db.$queryRaw<Found[]>`
    SELECT jsonb_build_object('id', p.id, 'kind', p.kind, 'from', p.starts_on, 'to', p.ends_on - 1, 'due', p.due_on, 'owed', p.owed) AS period,
      (SELECT jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'name', m.name, 'kind', m.kind, 'state', m.state) ORDER BY m.name COLLATE app.vi_numeric, m.unit_id) FROM (
        SELECT c.unit_id, coalesce(${unitNameSql(id)}, '') AS name, ${kindSql(id)} AS kind, coalesce(r.state::text, 'draft') AS state
        FROM app.communes_on(p.ends_on - 1) c LEFT JOIN report r ON r.unit_id = c.unit_id AND r.period_id = p.id
        WHERE r.state = 'returned' OR p.owed AND c.reported AND coalesce(r.state, 'draft') = 'draft') m) AS missing
    FROM reporting_period p WHERE p.id = ${periodId}::uuid AND p.ends_on <= ${toDate(today())}::date`;
  return found ? { period: found.period, missing: found.missing ?? [] } : null;
}

/** The same with who signs in each, and who was reminded within seven days. */
export async function findMissingReports(viewer: Viewer, periodId: string): Promise<MissingReports | null> {
  const found = await findMissing(viewer, periodId);
  if (!found) return null;
  const ids = found.missing.map(({ unitId }) => unitId);
  const [signers, rows] = await Promise.all([
    listSigners(viewer, ids),
    db.reminder.findMany({
      where: restingOf(periodId, ids),
      orderBy: newestFirst,
      select: lastSelect(),
      take: REMINDED_MAX,
    }),
  ]);
  return { ...found, signers, resting: new Map(newest(rows).map((last) => [last.unitId, last])) };
}

/** Which communes the mail of a reminder still waits for, by name, as SQL: those that have not signed since it was written, or got their report back. */
export const awaitedSql = (messageId: string) => {
  const id = Prisma.sql`m.unit_id`;
  return Prisma.sql`
    SELECT a.kind, a.name FROM (SELECT m.unit_id, ${kindSql(id)} AS kind, coalesce(${unitNameSql(id)}, '') AS name
      FROM outbox_message o JOIN reminder_recipient t ON t.account_id = o.account_id
        JOIN reminder m ON m.id = t.reminder_id AND m.kind = 'report' AND o.dedupe_key = ${`${REMINDED} `} || m.asking_id || ' ' || o.account_id
        LEFT JOIN report r ON r.unit_id = m.unit_id AND r.period_id = m.subject_id
      WHERE o.id = ${messageId}::uuid AND coalesce(r.state, 'draft') IN ('draft', 'returned')) a
    ORDER BY a.name COLLATE app.vi_numeric, a.unit_id LIMIT ${REMINDED_MAX}`;
};

/** The reports that the viewer was reminded of and that are still not signed, the earliest first. */
export function listReportsAskedOf(viewer: Viewer): Promise<ReportAsked[]> {
  const id = Prisma.sql`m.unit_id`;
  return db.$queryRaw<ReportAsked[]>`
    SELECT DISTINCT ON (p.starts_on, m.unit_id) m.unit_id::text AS "unitId", coalesce(${unitNameSql(id)}, '') AS name, ${kindSql(id)} AS kind,
      p.id::text AS "periodId", p.kind::text AS "periodKind", p.starts_on::text AS "from", p.due_on::text AS due, m.text, a.display_name AS by, m.asked_on::text AS "askedOn"
    FROM reminder_recipient t JOIN reminder m ON m.id = t.reminder_id AND m.kind = 'report' JOIN reporting_period p ON p.id = m.subject_id JOIN account a ON a.id = m.asked_by_id
      LEFT JOIN report r ON r.unit_id = m.unit_id AND r.period_id = p.id
    WHERE t.account_id = ${viewer.accountId}::uuid AND m.lapses_on > ${toDate(today())}::date AND coalesce(r.state, 'draft') IN ('draft', 'returned')
    ORDER BY p.starts_on, m.unit_id, m.asked_on DESC, m.id DESC LIMIT ${REMINDED_MAX}`;
}
