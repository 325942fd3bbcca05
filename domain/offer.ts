const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Until when a woman may answer who is told of her offer at `told`: for a day, but for no more than half the time that is
 * left before the start (half an hour at least), so that the next in line can still be asked. Never beyond the start.
 * Until she is told, an offer stands as `app.settle_seats` says.
 */
export function answerBy(startsAt: Date, told: Date): Date {
  const left = startsAt.getTime() - told.getTime();
  const span = Math.max(Math.min(DAY, left / 2), HOUR / 2);
  return new Date(Math.min(startsAt.getTime(), told.getTime() + span));
}

/** Until when what is free is kept for those who come together and need more of it (`app.party_kept_until`). */
export const partyKeptUntil = (startsAt: Date) => new Date(startsAt.getTime() - 2 * DAY);
