import type { CoverageLevel } from '../coverage';
import type { Lack } from './next-training';

/** So many weeks are looked on from a class; steps back from the asked day are as long, so that no unit's weeks count twice. */
export const REPLAY_WEEKS = 8;
/** A class of so many days before a step counts as the one that its weeks follow. */
export const TAUGHT_DAYS = 14;
/** Fewer than so many units that were seen tell nothing. */
const UNITS_MIN = 30;
/** Eight times in ten the number of units lies within so many standard deviations. */
const DEVIATIONS = 1.28;

/** Units of one commune that lacked the same at a step back, and how many of them were covered eight weeks later. */
export type Round = {
  step: number;
  communeId: string;
  taught: boolean;
  level: CoverageLevel;
  lack: Lack;
  units: number;
  met: number;
};

/** A unit as the replay tells it from others: by its level and by what it lacks. */
export type Lacking = Pick<Round, 'level' | 'lack'>;

type Rate = { units: number; met: number };

/** What was seen so far. It says what came after classes, not that it came from them. */
export type Replay = {
  /** by level and lack, of communes that had a class */
  rates: Readonly<Record<string, Rate>>;
  taught: Rate;
  /** of communes that had none in those two weeks */
  untaught: Rate;
  /** how far units of one commune go together: 0 each its own way, 1 all or none */
  likeness: number;
};

export function replayOf(rounds: readonly Round[]): Replay {
  const after = rounds.filter(({ taught }) => taught);
  const rates: Record<string, Rate> = {};
  for (const round of after) rates[keyOf(round)] = sumOf([rates[keyOf(round)] ?? NONE, round]);
  const taught = sumOf(after);
  const untaught = sumOf(rounds.filter((round) => !round.taught));
  return { rates, taught, untaught, likeness: likenessOf(after, rates) };
}

const NONE: Rate = { units: 0, met: 0 };
const keyOf = ({ level, lack }: Lacking) => `${level} ${lack}`;
const sumOf = (rates: readonly Rate[]): Rate =>
  rates.reduce((sum, { units, met }) => ({ units: sum.units + units, met: sum.met + met }), NONE);

/**
 * How far units of one commune go together, 0 to 1 (intraclass correlation, by moments): by how much what communes did lies further
 * from what was expected of them than if each unit had gone its own way.
 */
function likenessOf(after: readonly Round[], rates: Replay['rates']): number {
  const communes = new Map<string, { units: number; distance: number; variance: number }>();
  for (const round of after) {
    const share = shareOf(rates[keyOf(round)] ?? NONE);
    const key = `${round.step} ${round.communeId}`;
    const { units, distance, variance } = communes.get(key) ?? { units: 0, distance: 0, variance: 0 };
    communes.set(key, {
      units: units + round.units,
      distance: distance + round.met - round.units * share,
      variance: variance + round.units * share * (1 - share),
    });
  }
  const all = [...communes.values()];
  const beyond = all.reduce((sum, { distance, variance }) => sum + distance ** 2 - variance, 0);
  const together = all.reduce((sum, { units, variance }) => sum + (units - 1) * variance, 0);
  return together > 0 ? Math.min(1, Math.max(0, beyond / together)) : 0;
}

const shareOf = ({ units, met }: Rate) => (units === 0 ? 0 : met / units);

/** How many of some units to expect covered eight weeks after a class: about so many, eight times in ten from `low` to `high`. */
export type Gain = { units: number; about: number; low: number; high: number };

/** The gain of a class for these units, as it was seen before; null where too few units were. */
export function gainOf(lacking: readonly Lacking[], replay: Replay): Gain | null {
  if (lacking.length === 0 || replay.taught.units < UNITS_MIN) return null;
  const shares = lacking.map((unit) => shareAfter(unit, replay));
  const expected = shares.reduce((sum, share) => sum + share, 0);
  const variance = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const together = 1 + (lacking.length - 1) * replay.likeness;
  const band = DEVIATIONS * Math.sqrt(together * variance);
  return {
    units: lacking.length,
    about: Math.round(expected),
    low: Math.max(0, Math.floor(expected - band)),
    high: Math.min(lacking.length, Math.ceil(expected + band)),
  };
}

/** The share of units that lacked the same and were covered eight weeks later; 0 where too few were seen of all. */
export const shareAfter = (unit: Lacking, replay: Replay): number =>
  replay.taught.units < UNITS_MIN ? 0 : shareOf(knownRate(unit, replay));

/** What few of were seen is expected to do as all others did. */
function knownRate(unit: Lacking, { rates, taught }: Replay): Rate {
  const rate = rates[keyOf(unit)] ?? NONE;
  return rate.units < UNITS_MIN ? taught : rate;
}

/** "13 trong 100": how many of a hundred units were covered eight weeks later; null where too few were seen. */
export const inHundred = (rate: Rate): number | null =>
  rate.units < UNITS_MIN ? null : Math.round(100 * shareOf(rate));
