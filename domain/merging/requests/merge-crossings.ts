import { z } from 'zod';
import { type Day, isDay } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { cleanLine } from '@/domain/texts/clean-text';
import { endOf, inTurn, isEmpty, overlap, type Span, spanOf } from '../merge-spans';
import type { Row } from '../merge-tables';

const ways = ['guided', 'learned'] as const;
type Way = (typeof ways)[number];

/**
 * The one that stands of two opposite pairs, by the third woman: where the merged woman guides, or where she learns.
 */
const standingInput = z.record(idInput, z.enum(ways, 'choose-one'));
export type StandingPairs = z.output<typeof standingInput>;

/**
 * The answers of a form on pairs that cross: which stand, and the mark of what it asked; of a form that asked nothing
 * neither.
 */
export const answeredInput = {
  standing: standingInput.optional(),
  crossings: z.string().max(64).transform(cleanLine).optional(),
};
export type Answered = { standing?: StandingPairs | undefined; crossings?: string | undefined };

/** First day, and the first day after; null is open. */
type Days = { from: Day; to: Day | null };

/** She guides the third woman and learns from her on the same days: one of the two pairs stands. */
export type PairCrossing = {
  thirdId: string;
  guided: Days;
  learned: Days;
  /** the days that the other pair loses when this one stands */
  lost: Record<Way, Days>;
  /** the pairs of the two records that it comes from, as they were written */
  pairs: Record<Way, Row[]>;
};

/** A crossing as far as the viewer may know it: days of pairs that she may not see are null, and so is a woman beyond her reach. */
export type ShownCrossing = {
  thirdId: string;
  third: string | null;
  guided: Days | null;
  learned: Days | null;
  lost: Record<Way, Days | null>;
};

/**
 * The question before a merger; its mark is repeated by who answers and is another one once a pair in it has changed.
 */
export type ShownCrossings = { each: ShownCrossing[]; mark: string };

/** The crossing among the pairs of one couple, or null; `rows` are those that the spans were united from. */
export function crossingOf(
  thirdId: string,
  guided: readonly Span[],
  learned: readonly Span[],
  rows: Record<Way, Row[]>,
): PairCrossing | null {
  const [ones, others] = [meeting(guided, learned), meeting(learned, guided)];
  if (ones.length === 0) return null;
  return {
    thirdId,
    guided: whole(ones),
    learned: whole(others),
    lost: { guided: lostOf(others, ones), learned: lostOf(ones, others) },
    pairs: rows,
  };
}

/**
 * The part of a crossing that a viewer may know who sees these pairs alone: of her own their days, and which of these
 * they lose.
 */
export function crossingFor(
  { thirdId, guided, learned, lost, pairs }: PairCrossing,
  third: string | null,
  isSeen: (pairId: string) => boolean,
): ShownCrossing {
  const within = (days: Days, way: Way) => {
    const parts = pairs[way].flatMap((row) => (isSeen(String(row.id)) ? (shared(days, spanOf(row)) ?? []) : []));
    return parts.length > 0 ? whole(parts) : null;
  };
  return {
    thirdId,
    third,
    guided: within(guided, 'guided'),
    learned: within(learned, 'learned'),
    lost: { guided: within(lost.guided, 'learned'), learned: within(lost.learned, 'guided') },
  };
}

function shared(days: Days, span: Span): Span | null {
  const from = [days.from, span.from].sort()[1] ?? span.from;
  const to = endOf(days) < endOf(span) ? days.to : span.to;
  const both = { ...span, from, to };
  return isEmpty(both) ? null : both;
}

const keptDay = z.custom<Day>((value) => typeof value === 'string' && isDay(value));
/** Which way stood with the third woman, and the days that the pair the other way lost. */
export const lostPairDays = z.object({ thirdId: idInput, stands: z.enum(ways), from: keptDay, to: keptDay.nullable() });
export type LostPairDays = { thirdId: string; stands: Way } & Days;

/** The days that pairs lose once it was said which of them stand. */
export const lostTo = (crossings: readonly PairCrossing[], standing: StandingPairs): LostPairDays[] =>
  crossings.flatMap(({ thirdId, lost }) => {
    const stands = standing[thirdId];
    return stands ? [{ thirdId, stands, ...lost[stands] }] : [];
  });

const meeting = (spans: readonly Span[], others: readonly Span[]) =>
  spans.filter((span) => others.some((other) => overlap(span, other)));

/** Both ways with no day twice: the way that stands keeps its days; with none named the later waits for the earlier. */
export function crossed(guided: readonly Span[], learned: readonly Span[], stands: Way | undefined): Span[] {
  if (!stands) return inTurn([...guided, ...learned]);
  const [kept, other] = stands === 'guided' ? [guided, learned] : [learned, guided];
  return inTurn([...kept, ...other.map((span) => outside(span, kept))]);
}

/** The rest of a stretch beside those that stand: the days before them, or where there are none those after. */
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
