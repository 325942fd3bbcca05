import { compareWords } from '@/domain/order';
import { neighboursOf } from '@/domain/units/neighbour';

export type Hall = { id: string; unitId: string; name: string; seats: number | null; stepFree: boolean };
/** A hall in a commune over the border, with the name of that commune. */
export type HallBeside = Hall & { commune: string };

/**
 * The hall for so many women: large enough, then step-free, then near those who come (of their sub-associations or of the commune
 * itself), then the smallest, so that large ones stay free.
 */
export function hallFor<Some extends Hall>(
  halls: readonly Some[],
  women: number,
  near: readonly string[],
): Some | null {
  const order = ({ unitId, seats, stepFree }: Hall) => [
    (seats ?? 0) >= women ? 0 : 1,
    stepFree ? 0 : 1,
    near.includes(unitId) ? 0 : 1,
    // of those that are too small the largest
    (seats ?? 0) >= women ? (seats ?? 0) : -(seats ?? 0),
  ];
  const compare = (one: Hall, other: Hall) => {
    const [mine, theirs] = [order(one), order(other)];
    const first = mine.findIndex((value, at) => value !== theirs[at]);
    return first < 0
      ? compareWords(one.name, other.name) || compareWords(one.id, other.id)
      : (mine[first] ?? 0) - (theirs[first] ?? 0);
  };
  return [...halls].sort(compare)[0] ?? null;
}

/**
 * Where a commune has no hall of its own: the one over the longest border. It is told and not taken, for whoever keeps it has to be
 * asked.
 */
export function hallBeside(
  code: string,
  halls: ReadonlyMap<string, readonly HallBeside[]>,
  women: number,
): HallBeside | null {
  const beside = neighboursOf(code).find((other) => halls.get(other)?.length);
  return beside === undefined ? null : hallFor(halls.get(beside) ?? [], women, []);
}
