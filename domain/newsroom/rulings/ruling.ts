import { z } from 'zod';
import { type Day, fromDate } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line, optional, prose } from '@/domain/texts/text';

/** Where whoever wrote a text may approve it, from when, and why: an office of one person. */
export const rulingInput = z.object({ unitId: idInput, from: optional(dayInput), reason: prose(10, 600) });
export const revokeRulingInput = z.object({ rulingId: idInput, reason: line(3, 300) });

export type RulingInput = z.output<typeof rulingInput>;
export type RevokeRulingInput = z.output<typeof revokeRulingInput>;

/** A ruling as it stands on record. Days; `to` is the first day on which it does not hold any more. */
export type RulingRow = {
  id: string;
  unitName: string;
  /** where the unit lies in a commune */
  communeName: string | null;
  /** of a unit of the demonstration */
  demo: boolean;
  from: Date;
  to: Date | null;
  reason: string;
  ruledBy: string;
  ruledAt: Date;
  revokedBy: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
};

/** Where a ruling stands on a day: it is to come, holds, or was revoked. */
export function stepOfRuling({ from, revokedAt }: Pick<RulingRow, 'from' | 'revokedAt'>, day: Day) {
  if (revokedAt) return 'revoked';
  return fromDate(from) > day ? 'to-come' : 'holds';
}
