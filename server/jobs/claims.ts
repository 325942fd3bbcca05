import 'server-only';
import { db } from '@/prisma/client';

/** A run that this process alone has until its time is over: `runNo` tells it from a later one. */
export type Claim = {
  name: string;
  runNo: number;
  /** the run before was cut off: what it had changed may not have been told */
  resumed: boolean;
};

/** When it is due again: after so many seconds, when the day turns in Viet Nam, or there on Monday at seven in the morning. */
export type Rhythm = number | 'midnight' | 'monday';

/** Seconds for which a claim holds; whoever held it was killed when they are over. */
const HOLDS = 20;
/** Seconds until the next try, by the number of failures in a row; from the last of them on it stays the same. */
const PAUSES = [15, 30, 60];

/** Makes a row for each name that has none yet: due at once. */
export const openJobs = (names: readonly string[]) =>
  db.job.createMany({ data: names.map((name) => ({ name })), skipDuplicates: true });

/** Makes what nobody works on due now; what failed is due after its pause all the same. */
export const makeDue = (names: readonly string[]) =>
  db.$executeRaw`UPDATE job SET due_at = now() WHERE name = ANY (${names}::text[]) AND NOT running AND failures = 0 AND due_at > now()`;

/** Takes what has been due longest, or null when nothing is. Several processes never get the same run. */
export async function claimJob(names: readonly string[]): Promise<Claim | null> {
  const [row] = await db.$queryRaw<Claim[]>`
    UPDATE job SET due_at = now() + ${HOLDS} * interval '1 second', run_no = job.run_no + 1, running = true, started_at = now()
    FROM (SELECT name, running FROM job WHERE due_at <= now() AND name = ANY (${names}::text[]) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
    WHERE job.name = due.name RETURNING job.name, job.run_no AS "runNo", due.running AS resumed`;
  return row ?? null;
}

/** Goes on holding a run that takes longer; false when another process has it now. */
export async function holdJob({ name, runNo }: Claim): Promise<boolean> {
  const held = await db.$executeRaw`
    UPDATE job SET due_at = now() + ${HOLDS} * interval '1 second' WHERE name = ${name} AND run_no = ${runNo} AND running`;
  return held > 0;
}

export async function markDone({ name, runNo }: Claim, rhythm: Rhythm, moved: number): Promise<void> {
  const seconds = typeof rhythm === 'number' ? rhythm : null;
  await db.$executeRaw`
    UPDATE job SET running = false, done_at = now(), moved = ${moved}::int, failures = 0, error = NULL,
      took = (extract(epoch FROM now() - started_at) * 1000)::int,
      due_at = coalesce(now() + ${seconds}::int * interval '1 second', CASE ${String(rhythm)}::text
        WHEN 'monday' THEN (date_trunc('week', now() AT TIME ZONE 'Asia/Ho_Chi_Minh' - interval '7 hours') + interval '7 days 7 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh'
        ELSE (app.today() + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' END)
    WHERE name = ${name} AND run_no = ${runNo}`;
}

/** It is tried again after a growing pause, for as long as the portal runs. */
export async function markFailed({ name, runNo }: Claim, error: string): Promise<void> {
  await db.$executeRaw`
    UPDATE job SET running = false, failures = failures + 1, failed_at = now(), error = ${error},
      due_at = now() + (${PAUSES}::int[])[least(failures + 1, ${PAUSES.length}::int)] * interval '1 second'
    WHERE name = ${name} AND run_no = ${runNo}`;
}
