import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { type BookingProblem, book } from '@/domain/trainings/booking/booking-commands';
import { queueFor, sessionSlug } from '@/domain/trainings/booking/booking-writes';
import { refusalOfClashes } from '@/domain/trainings/booking/clash';
import { findClashes } from '@/domain/trainings/booking/clash-queries';
import type { Plan } from '@/domain/trainings/plan';
import type { Transaction } from '@/prisma/transaction';
import { type ConfirmSeriesInput, ruleOf } from './inputs';
import { type PreviewDay, previewSeries, type SeriesProblem } from './queries';
import { overlapping, ruleText } from './series';

export type ConfirmProblem = SeriesProblem | BookingProblem | 'series-clash' | 'series-overlaps';

/**
 * Writes a series as approved sessions, in one transaction, or nothing: `series-clash` tells everything in the way
 * (`detail.clashes`, as JSON). Two that want one hall or trainer wait for each other. Answers with the first
 * session's id.
 */
export async function confirmSeries(
  viewer: Viewer,
  { leaveOut, ...input }: ConfirmSeriesInput,
): Promise<Result<{ id: string; count: number }, ConfirmProblem>> {
  const preview = await previewSeries(viewer, input);
  if (!preview.ok) return preview;
  const { plan } = preview.value;
  const days = preview.value.days.filter(({ day, holiday }) => holiday === null && !leaveOut.includes(day));
  if (overlapping(days).includes(true)) return problem('series-overlaps');

  const [first] = days;
  if (!first) return problem('series-empty');
  return book(viewer, { ...first, ...plan, startsAt: first.startsAt, endsAt: first.endsAt }, (tx) =>
    writeSeries(tx, viewer, input, plan, days, preview.value.days),
  );
}

async function writeSeries(
  tx: Transaction,
  viewer: Viewer,
  input: Omit<ConfirmSeriesInput, 'leaveOut'>,
  plan: Plan,
  days: PreviewDay[],
  all: PreviewDay[],
) {
  const { venueId, trainerIds } = plan;
  // from here on nobody else can book them: what is seen free now stays so until this is written
  await queueFor(tx, [...trainerIds, venueId]);
  const wanted = days.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, venueId, trainerIds }));
  const refused = refusalOfClashes(await findClashes(viewer, wanted, [], tx));
  if (refused) return refused;

  const last = days.at(-1)?.day ?? input.day;
  const kept = new Set(days.map(({ day }) => day));
  const series = await tx.sessionSeries.create({
    data: {
      rule: ruleText(ruleOf(input), last),
      skipped: all
        .filter(({ day }) => !kept.has(day))
        .map(({ day, holiday }) => ({ day, holiday: holiday?.id ?? null })),
      createdById: viewer.accountId,
    },
    select: { id: true },
  });
  const sessions = await insertSessions(tx, viewer, series.id, input, plan, days);
  await tx.sessionTrainer.createMany({
    data: sessions.flatMap(({ id, startsAt, endsAt }) =>
      trainerIds.map((trainerId) => ({ sessionId: id, trainerId, startsAt, endsAt, state: 'proposed' as const })),
    ),
  });
  await tx.sessionDecision.createMany({
    data: sessions.map(({ id }) => ({ sessionId: id, kind: 'approved' as const, decidedById: viewer.accountId })),
  });
  await record(tx, viewer, {
    verb: 'created',
    action: 'confirmSeries',
    subjectType: 'session-series',
    subjectId: series.id,
    unitId: input.unitId,
    change: { course: plan.courseCode, venueId, sessions: sessions.length, trainers: trainerIds.length, last },
  });
  return ok({ id: sessions[0]?.id ?? '', count: sessions.length });
}

type Written = { id: string; startsAt: Date; endsAt: Date };

/**
 * Sessions are written with SQL, all at once: the state is not the portal's to write, and Prisma would send its
 * default.
 */
async function insertSessions(
  tx: Transaction,
  viewer: Viewer,
  seriesId: string,
  input: Omit<ConfirmSeriesInput, 'leaveOut'>,
  plan: Plan,
  days: PreviewDay[],
): Promise<Written[]> {
  const slugs = days.map(() => sessionSlug(plan));
  const starts = days.map(({ startsAt }) => startsAt.toISOString());
  const ends = days.map(({ endsAt }) => endsAt.toISOString());
  const rows = await tx.$queryRaw<Written[]>`
    INSERT INTO session (id, series_id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, all_day, seats, audience,
      language, online_url, notes, proposed_by_id)
    SELECT app.uuid7(), ${seriesId}::uuid, ${input.courseId}::uuid, ${input.unitId}::uuid, ${plan.venueId}::uuid, d.slug,
      ${input.mode}::delivery_mode, d.starts_at, d.ends_at, ${plan.allDay}, ${input.seats}, ${input.audience}::audience,
      ${input.language}, ${plan.onlineUrl}, ${input.notes ?? null}, ${viewer.accountId}::uuid
    FROM unnest(${slugs}::text[], ${starts}::timestamptz[], ${ends}::timestamptz[]) d (slug, starts_at, ends_at)
    RETURNING id::text, starts_at AS "startsAt", ends_at AS "endsAt"`;
  return rows.sort((a, b) => +a.startsAt - +b.startsAt);
}
