import { may } from '@/domain/access/access';
import type { Grant, Viewer } from '@/domain/access/viewer';
import { coverageLevels } from '@/domain/coverage/coverage';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { sceneOf } from '@/domain/overview/place';
import { listAskedOf } from '@/domain/reminders/reminder-queries';
import type { PeriodKind } from '@/domain/reports/periods/period';
import { listWaitingReports, type WaitingReport } from '@/domain/reports/task-queries';
import { db, Prisma } from '@/prisma/client';
import { type DigestFacts, DUE_DAYS, MOVED_DAYS } from './digest';

type Placed = Pick<Grant, 'unitId' | 'path'>;
type Moved = { level: string; covered: number | null; units: number; before: number | null; reported: boolean };
type DuePeriod = { kind: PeriodKind; from: Day; due: Day };

/** What moved, what is missing and what is due at one of the viewer's places today; as few statements as wait for each other. */
export async function findDigest(viewer: Viewer, placed: Placed): Promise<DigestFacts> {
  const [moved, waiting, due, asked] = await Promise.all([
    readMoved(viewer, placed),
    listWaitingReports(viewer),
    readNextDue(viewer, placed),
    listAskedOf(viewer),
  ]);
  const lacks = moved.some(({ units, covered }) => units > (covered ?? 0));
  const [lastDay] = lacks ? asked.map((each) => each.lastDay).sort() : [];
  return {
    isSilent: moved.some(({ reported }) => !reported) ? 'yes' : 'no',
    scene: sceneOf(viewer, placed),
    ...movedFacts(moved),
    ...reportFacts(waiting),
    ...dueFacts(due, lastDay),
  };
}

/** How far the place is today and was a week ago, by the indicators of coverage. */
async function readMoved(viewer: Viewer, { unitId, path }: Placed): Promise<Moved[]> {
  if (!may(viewer, 'coverage.see', path)) return [];
  const of = (day: Day) =>
    Prisma.sql`(SELECT f.* FROM app.indicator('coverage_' || l.level, ${unitId}::uuid, ${toDate(day)}::date) f WHERE f.unit_id = ${unitId}::uuid)`;
  return db.$queryRaw<Moved[]>`
    SELECT l.level, now.done::int AS covered, now.whole::int AS units, coalesce(now.reported, true) AS reported, before.done::int AS before
    FROM unnest(${[...coverageLevels]}::text[]) l (level) CROSS JOIN LATERAL ${of(today())} now LEFT JOIN LATERAL ${of(addDays(today(), -MOVED_DAYS))} before ON true
    WHERE now.whole > 0 ORDER BY l.level DESC LIMIT 2`;
}

/** The report that is due next at a commune that keeps its records here, and not signed yet; of the city the day on which its communes' are. */
async function readNextDue(viewer: Viewer, { unitId, path }: Placed): Promise<DuePeriod | undefined> {
  if (!may(viewer, 'reports.see', path)) return;
  const [next] = await db.$queryRaw<DuePeriod[]>`
    SELECT p.kind::text, p.starts_on::text AS "from", p.due_on::text AS due FROM reporting_period p LEFT JOIN report r ON r.period_id = p.id AND r.unit_id = ${unitId}::uuid
    WHERE p.owed AND p.due_on BETWEEN ${toDate(today())}::date AND ${toDate(addDays(today(), DUE_DAYS))}::date AND coalesce(r.state, 'draft') IN ('draft', 'returned')
      AND (EXISTS (SELECT FROM unit u WHERE u.id = ${unitId}::uuid AND u.level = 'province')
        OR EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = ${unitId}::uuid AND app.active_on(k.valid_from, k.valid_to, p.ends_on - 1)))
    ORDER BY p.due_on LIMIT 1`;
  return next;
}

const movedFacts = (moved: readonly Moved[]): DigestFacts =>
  Object.fromEntries(
    moved.flatMap(({ level, covered, units, before }) => [
      [`${level}_covered`, String(covered ?? 0)],
      [`${level}_units`, String(units)],
      [`${level}_before`, before === null ? '' : String(before)],
    ]),
  );

/** Reports that wait: of an official hers to sign, of the city those that are late. */
function reportFacts(waiting: readonly WaitingReport[]): DigestFacts {
  const hers = waiting.filter(({ waits }) => waits === 'to-sign' || waits === 'returned');
  const late = waiting.filter(({ waits }) => waits === 'missing');
  const [first] = hers.length > 0 ? hers : late;
  if (!first) return {};
  return {
    reportsOf: hers.length > 0 ? 'own' : 'city',
    reports: String(hers.length > 0 ? hers.length : late.length),
    reportKind: first.kind,
    reportFrom: first.from,
  };
}

function dueFacts(due: DuePeriod | undefined, lastDay: Day | undefined): DigestFacts {
  if (lastDay && (!due || lastDay <= due.due)) return { dueOf: 'reminded', dueDay: lastDay };
  return due ? { dueOf: 'report', dueDay: due.due, dueKind: due.kind, dueFrom: due.from } : {};
}
