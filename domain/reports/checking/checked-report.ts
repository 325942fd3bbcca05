import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { ok, type Result } from '@/domain/result';
import { fileInput } from '@/domain/upload';
import type { ReportPeriod } from '../periods/period';
import type { ReportedUnit } from '../report-content';

/** The first signs of a sum that name it well enough: nobody guesses them. */
const SUM_MIN = 16;
/** A report of the whole city as a PDF is a fraction of it; the front takes no more. */
export const CHECKED_BYTES_MAX = 980_000;

/** What a paper says of itself, and whether it is still so. */
export type CheckedReport = {
  unitId: string;
  unit: Pick<ReportedUnit, 'name' | 'kind' | 'level'>;
  period: ReportPeriod;
  until: Day;
  signedOn: Day;
  demo: boolean;
  /** `opened`: it is being corrected; `restated`: it was signed anew since */
  state: 'as-filed' | 'opened' | 'restated';
  restatedOn: Day | null;
};

/** As it is typed from paper: blanks and letters of either size do not matter. */
const bare = (typed: string) => typed.replaceAll(/[\s\u00a0.…]/g, '').toLowerCase();
const SUM = new RegExp(`^[0-9a-f]{${SUM_MIN},64}$`);

/** Which of number and sum, as they are typed from paper, cannot be any. */
export const slipsIn = (typed: { snapshot: string; sum: string }) => ({
  snapshot: !isId(bare(typed.snapshot)),
  sum: !SUM.test(bare(typed.sum)),
});

/** Number and sum as they are typed from paper; null where they cannot be any. */
export function readTyped(snapshot: string, sum: string): { snapshotId: string; sum: string } | null {
  const slips = slipsIn({ snapshot, sum });
  return slips.snapshot || slips.sum ? null : { snapshotId: bare(snapshot), sum: bare(sum) };
}

/** A file is hashed and nothing of it is kept. */
export const checkFileInput = z.object({ locale: z.enum(['vi', 'en']), reportFile: fileInput(CHECKED_BYTES_MAX) });

/** What names a file that somebody holds. */
export async function sumOfFile({
  reportFile,
}: z.output<typeof checkFileInput>): Promise<Result<{ file: string }, never>> {
  const bytes = new Uint8Array(await reportFile.arrayBuffer());
  return ok({ file: createHash('sha256').update(bytes).digest('hex') });
}

/** The hash of a file that somebody holds. */
export const fileSum = z.string().regex(/^[0-9a-f]{64}$/);
