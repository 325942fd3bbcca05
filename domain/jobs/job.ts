import { z } from 'zod';

/**
 * Jobs that the portal does by itself, by name. Their work stands in `server/jobs/work.ts`, their words in
 * `i18n/messages`.
 */
export const jobNames = [
  'seats',
  'unit-moves',
  'forgetting',
  'coverage',
  'periods',
  'digest',
  'spot-checks',
  'publications',
  'pushes',
  'signings',
  'pictures',
  'picture-sizes',
  'links',
  'uploads',
  'file-removals',
  'backups',
  'backup-changes',
  'alarms',
] as const;
export type JobName = (typeof jobNames)[number];

/** One kind of work as its page shows it. */
export type JobRow = {
  name: JobName;
  /** when it is looked at next; null before the first process has started */
  dueAt: Date | null;
  startedAt: Date | null;
  doneAt: Date | null;
  /** how many things the last run that went well moved, and how many milliseconds it took */
  moved: number | null;
  took: number | null;
  failures: number;
  failedAt: Date | null;
  /** a code */
  error: string | null;
  state: JobState;
};

/** `found`: it went well, and found what somebody must look at. */
export type JobState = 'fine' | 'running' | 'late' | 'failing' | 'found';

/** Milliseconds by which a look may be late before somebody has to ask why: processes that are all down, or one that hangs. */
export const LATE = 2 * 60_000;

type Running = { dueAt: Date | null; running: boolean; failures: number; found?: boolean };

/** How a job stands at an instant. */
export function stateOf({ dueAt, running, failures, found = false }: Running, now: Date): JobState {
  if (failures > 0) return 'failing';
  if (!dueAt || dueAt.getTime() + LATE < now.getTime()) return 'late';
  if (found) return 'found';
  return running ? 'running' : 'fine';
}

export const jobInput = z.object({ name: z.enum(jobNames) });
export type JobInput = z.output<typeof jobInput>;
