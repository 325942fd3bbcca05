import { z } from 'zod';
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
  from: Date;
  to: Date | null;
  reason: string;
  ruledBy: string;
  ruledAt: Date;
  revokedBy: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
};
