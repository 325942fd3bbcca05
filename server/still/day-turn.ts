const DAY = 86_400_000;
/** Asia/Ho_Chi_Minh: seven hours ahead of UTC, all the year. */
const AHEAD = 7 * 3_600_000;

/** Milliseconds until the next midnight in Viet Nam; a whole day at midnight itself. */
export const untilMidnight = (now: number) => DAY - ((now + AHEAD) % DAY);

const dayOf = (instant: number) => Math.floor((instant + AHEAD) / DAY);

/** Do both lie on one day in Viet Nam? */
export const isSameDay = (one: number, other: number) => dayOf(one) === dayOf(other);

/** Calls `turn` whenever the day turns in Viet Nam, until the returned function is called. */
export function eachMidnight(turn: () => void): () => void {
  let timer: NodeJS.Timeout;
  const set = () => {
    timer = setTimeout(() => {
      turn();
      set();
    }, untilMidnight(Date.now()));
    timer.unref();
  };
  set();
  return () => clearTimeout(timer);
}
