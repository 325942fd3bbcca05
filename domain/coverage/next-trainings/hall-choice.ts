import { compareWords } from '@/domain/order';

export type Hall = { id: string; unitId: string; name: string; seats: number | null; stepFree: boolean };

/**
 * The hall for so many women: large enough, then step-free, then near those who come (of their sub-associations or of the commune
 * itself), then the smallest, so that large ones stay free.
 */
export function hallFor(halls: readonly Hall[], women: number, near: readonly string[]): Hall | null {
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
