import { type Detail, problem } from '@/domain/result';
import type { Times } from '../session';

/** A time that is wanted for a hall and some trainers; `sessionId` is the session that asks, which never clashes with itself. */
export type Wanted = Times & { sessionId?: string | undefined; venueId: string | null; trainerIds: string[] };

/**
 * `detail`, for words: `session` (its title), `place`, `day` ('YYYY-MM-DD') and `time` ('14:00 – 16:00', '23:30 –
 * 00:30 (06/12)'), both in Viet Nam, `trainer` (who is taken), `seen` ('no': hidden from the viewer).
 */
export type Clash = { problem: 'trainer-taken' | 'hall-taken'; detail: Detail };

/** All that stands in the way of a series, as one answer (`clashes`: JSON); null when everything is free. */
export function refusalOfClashes(clashes: Clash[][]) {
  const all = clashes.flat();
  return all.length > 0 ? problem('series-clash', { count: String(all.length), clashes: JSON.stringify(all) }) : null;
}
