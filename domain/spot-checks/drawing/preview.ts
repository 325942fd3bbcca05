import type { StratumSize } from './stratum';

/** What a draw would come to, without drawing: nobody learns which units. */
export type DrawPreview = {
  /** covered units on the day, and how many of them would be drawn */
  listed: number;
  drawn: number;
  strata: StratumSize[];
  /** half the width of the band, in units of a hundred, if nine of ten hold */
  doubt: number;
  /** officials of communes who can be sent */
  officials: number;
};
