import { z } from 'zod';
import type { Day } from '@/domain/day';
import { idInput } from '@/domain/id';
import { endOf, inTurn, isEmpty, overlap, type Span } from './merge-spans';

const ways = ['guided', 'learned'] as const;
type Way = (typeof ways)[number];

/** Of two pairs the opposite way, by the third woman: the one in which the merged woman guides stands, or where she learns. */
export const standingInput = z.record(idInput, z.enum(ways, 'choose-one'));
export type StandingPairs = z.output<typeof standingInput>;

/** First day, and the first day after; null is open. */
type Days = { from: Day; to: Day | null };

/** She guides the third woman and learns from her on the same days: one of the two pairs stands. */
export type PairCrossing = {
  thirdId: string;
  guided: Days;
  learned: Days;
  /** the days that the other pair loses when this one stands */
  lost: Record<Way, Days>;
};

/** What crosses among the pairs of one couple, or null. */
export function crossingOf(thirdId: string, guided: readonly Span[], learned: readonly Span[]): PairCrossing | null {
  const [ones, others] = [meeting(guided, learned), meeting(learned, guided)];
  if (ones.length === 0) return null;
  return {
    thirdId,
    guided: whole(ones),
    learned: whole(others),
    lost: { guided: lostOf(others, ones), learned: lostOf(ones, others) },
  };
}

const meeting = (spans: readonly Span[], others: readonly Span[]) =>
  spans.filter((span) => others.some((other) => overlap(span, other)));

/** Both ways with no day twice: the way that stands keeps its days; with none named the later waits for the earlier. */
export function crossed(guided: readonly Span[], learned: readonly Span[], stands: Way | undefined): Span[] {
  if (!stands) return inTurn([...guided, ...learned]);
  const [kept, other] = stands === 'guided' ? [guided, learned] : [learned, guided];
  return inTurn([...kept, ...other.map((span) => outside(span, kept))]);
}

/** What is left of a stretch beside those that stand: the days before them, or where there are none those after. */
function outside(span: Span, kept: readonly Span[]): Span {
  let left = span;
  for (const each of [...kept].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!overlap(left, each)) continue;
    if (left.from < each.from) left = { ...left, to: each.from };
    else if (endOf(each) < endOf(left)) left = { ...left, from: endOf(each) };
    else left = { ...left, to: left.from };
  }
  return left;
}

function lostOf(spans: readonly Span[], kept: readonly Span[]): Days {
  const lost = spans.flatMap((span): Span[] => {
    const left = outside(span, kept);
    if (isEmpty(left)) return [span];
    return left.from > span.from ? [{ ...span, to: left.from }] : [{ ...span, from: endOf(left) }];
  });
  return whole(lost);
}

function whole(spans: readonly Span[]): Days {
  const firsts = spans.map(({ from }) => from as Day).sort();
  const ends = spans.map((span) => endOf(span) as Day).sort();
  const isOpen = spans.some(({ to }) => to === null);
  return { from: firsts[0] as Day, to: isOpen ? null : (ends.at(-1) as Day) };
}
