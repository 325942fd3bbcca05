import { createHash } from 'node:crypto';
import type { Day } from '@/domain/days/day';

/**
 * The id of the contact that one tap records, "they met today": one for a pair and a day, whoever taps and however often. Of RFC 9562's
 * eighth version, which is for whoever makes it to fill in.
 */
export function metTodayId(pairId: string, day: Day): string {
  const hex = createHash('sha256').update(`met ${pairId} ${day}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
