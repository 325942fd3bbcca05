const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Until when an offer told at `told` may be answered: for a day, but no more than half the time left before the
 * start, so that the next in line can be asked. Before that `app.settle_seats` says.
 */
export function answerBy(startsAt: Date, told: Date): Date {
  const left = startsAt.getTime() - told.getTime();
  const span = Math.max(Math.min(DAY, left / 2), HOUR / 2);
  return new Date(Math.min(startsAt.getTime(), told.getTime() + span));
}

/** Until when what is free is kept for those who come together and need more of it (`app.party_kept_until`). */
export const partyKeptUntil = (startsAt: Date) => new Date(startsAt.getTime() - 2 * DAY);
