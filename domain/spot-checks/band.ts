/** 97.5 % of a normal distribution lies below this: 95 % lie within it on both sides. */
const Z = 1.959964;

/** What a stratum came to: `size` units, of which `drawn` were drawn. Drawn and neither held nor differing: not seen. */
export type Tally = { size: number; drawn: number; held: number; differs: number };

/**
 * The band of doubt: the share of units as recorded lies between `low` and `high`, 19 times in 20. `least` and `most`: estimates
 * where nothing of what was not seen holds, and where all does.
 */
export type Band = {
  drawn: number;
  seen: number;
  held: number;
  differs: number;
  least: number;
  most: number;
  low: number;
  high: number;
};

/**
 * How many units drawn simply would tell as much: 1 ÷ Σ W²(1 − f) ÷ n, with W the stratum's share of all, n drawn of it, f the share
 * drawn. Infinite where all were.
 */
export function effectiveSize(tallies: readonly Pick<Tally, 'size' | 'drawn'>[]): number {
  const whole = tallies.reduce((sum, { size }) => sum + size, 0);
  const variance = tallies.reduce(
    (sum, { size, drawn }) => sum + (drawn > 0 ? ((size / whole) ** 2 * (1 - drawn / size)) / drawn : 0),
    0,
  );
  return 1 / variance;
}

/** Wilson's score interval (1927) of a share among n: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). */
export function wilson(share: number, n: number): { low: number; high: number } {
  if (!Number.isFinite(n)) return { low: share, high: share };
  const z2 = Z * Z;
  const middle = share + z2 / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, (middle - half) / (1 + z2 / n)), high: Math.min(1, (middle + half) / (1 + z2 / n)) };
}

/** The share over all strata, each with its own weight. */
function stratified(tallies: readonly Tally[], held: (tally: Tally) => number): number {
  const whole = tallies.reduce((sum, { size }) => sum + size, 0);
  return tallies.reduce(
    (sum, tally) => sum + (tally.drawn > 0 ? (tally.size / whole) * (held(tally) / tally.drawn) : 0),
    0,
  );
}

/** The band of a round: Wilson's interval with the effective size (Franco and others 2019), widened both ways by what was not seen. */
export function bandOf(tallies: readonly Tally[]): Band | null {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const [drawn, held, differs] = [sum((each) => each.drawn), sum((each) => each.held), sum((each) => each.differs)];
  if (drawn === 0) return null;
  const n = effectiveSize(tallies);
  const least = stratified(tallies, (each) => each.held);
  const most = stratified(tallies, (each) => each.drawn - each.differs);
  const seen = held + differs;
  return { drawn, seen, held, differs, least, most, low: wilson(least, n).low, high: wilson(most, n).high };
}

/** Half the width that a band will have, in percent of units, if as many hold as are expected to. */
export const expectedDoubt = (tallies: readonly Pick<Tally, 'size' | 'drawn'>[], share: number): number => {
  const { low, high } = wilson(share, effectiveSize(tallies));
  return 50 * (high - low);
};

/** A round is told in public when this share of it was seen, and so many units at least. */
export const PUBLIC_SHARE = 0.9;
export const PUBLIC_LEAST = 50;

export const isCompleteEnough = ({ drawn, seen }: Pick<Band, 'drawn' | 'seen'>): boolean =>
  seen >= PUBLIC_LEAST && seen >= PUBLIC_SHARE * drawn;

/** The band in whole units of a hundred, rounded outwards: never narrower than what was found. */
export const inHundred = ({ low, high }: Pick<Band, 'low' | 'high'>): { low: number; high: number } => ({
  low: Math.floor(100 * low + 1e-9),
  high: Math.ceil(100 * high - 1e-9),
});
