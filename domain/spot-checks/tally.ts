import type { Day } from '@/domain/days/day';
import type { Band, Tally } from './band';

/** What a closed round says of the headline: the days it was seen on, and how far the truth may lie from the record. */
export type RoundBand = {
  id: string;
  countedOn: Day;
  firstDay: Day;
  lastDay: Day;
  demo: boolean;
  band: Band;
  /** enough of it was seen to be told in public */
  complete: boolean;
};

/** The same with how the checks in one commune came out. */
export type BandHere = RoundBand & { here: Pick<Tally, 'drawn' | 'held' | 'differs'> | null };

/** What is told in public: the newest round that was seen nearly whole, and what is committed to of one under way. */
export type PublishedBand = { told: RoundBand | null; running: { commitment: string; announcedOn: Day } | null };
