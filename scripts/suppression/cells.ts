/**
 * A count of persons as somebody outside can know it: told exactly, as a stretch, or not at all. The same count told in several places
 * (pages of two languages, a list, a sheet) is one cell told several times.
 */
export type Cell = {
  /** what is counted, where and by when; it names the cell in a finding */
  id: string;
  /** as it is told: 170 or more in tens is 170 to 179, fewer than ten 0 to 9, nothing 0 to null */
  least: number;
  most: number | null;
  /** so many numbers it must still be able to be, where it is small: by a personal attribute 5, by a sensitive one 10; null: by none */
  keeps: number | null;
};

/** What whoever thinks about it knows besides: parts come to a whole, a day has no fewer than the one before. */
export type Relation = { terms: readonly (readonly [cell: string, times: number])[]; is: '=' | '<='; than: number };

/** A count that can be worked out more closely than it may be known. */
export type Leak = { id: string; least: number; most: number };

/** What is told of persons is told in tens, whatever it is by (decision 0100); so many a sensitive attribute needs in any case. */
export const SENSITIVE = 10;

/** A cell that nobody tells: a part that is left out, what came between two days. */
export const untold = (id: string, keeps: number | null): Cell => ({ id, least: 0, most: null, keeps });

/** The whole is what its parts come to. */
export const sumOf = (whole: string, parts: readonly string[]): Relation => ({
  terms: [[whole, 1], ...parts.map((part) => [part, -1] as const)],
  is: '=',
  than: 0,
});

/** Those who are counted at several places count once in the whole: no fewer than at any place, no more than at all together. */
export const distinctOf = (whole: string, parts: readonly string[]): Relation[] => [
  ...parts.map(
    (part): Relation => ({
      terms: [
        [part, 1],
        [whole, -1],
      ],
      is: '<=',
      than: 0,
    }),
  ),
  { terms: [[whole, 1], ...parts.map((part) => [part, -1] as const)], is: '<=', than: 0 },
];

/**
 * The counts of one thing on days one after another, none of which takes anybody away again, and with them the cells of what came
 * between any two of them.
 */
export function growing(days: readonly Cell[]): { cells: Cell[]; relations: Relation[] } {
  const between = days.flatMap((later, at) => days.slice(0, at).map((earlier) => ({ earlier, later })));
  const idOf = ({ earlier, later }: { earlier: Cell; later: Cell }) => `${later.id} less ${earlier.id}`;
  return {
    cells: between.map((pair) => untold(idOf(pair), pair.later.keeps)),
    relations: between.map((pair) => sumOf(pair.later.id, [pair.earlier.id, idOf(pair)])),
  };
}

/** Each cell once, as all that is told of it together leaves it. */
export function together(cells: readonly Cell[]): Cell[] {
  const known = new Map<string, Cell>();
  for (const cell of cells) {
    const before = known.get(cell.id);
    known.set(cell.id, before ? narrowed(before, cell) : cell);
  }
  return [...known.values()];
}

function narrowed(one: Cell, other: Cell): Cell {
  const mosts = [one.most, other.most].filter((most) => most !== null);
  const keeps = [one.keeps, other.keeps].filter((each) => each !== null);
  return {
    id: one.id,
    least: Math.max(one.least, other.least),
    most: mosts.length > 0 ? Math.min(...mosts) : null,
    keeps: keeps.length > 0 ? Math.max(...keeps) : null,
  };
}
