/** Marks of a woman in a session. A mark is set, never switched: said twice it is the same. */
export const marks = ['present', 'late', 'absent'] as const;
export type Mark = (typeof marks)[number];

/** A mark, or that the one before was a mistake. */
export const saidMarks = [...marks, 'taken_back'] as const;
export type SaidMark = (typeof saidMarks)[number];

/** A mark as it counts; "taken back" is none. */
export const markOf = (said: SaidMark | null | undefined): Mark | null =>
  said === 'taken_back' || !said ? null : said;

/** A line of the register that counts. `conflict`: two voices differ, and nobody has settled it. */
export type Line = { mark: Mark | null; conflict: boolean };

/** How many are present, late, absent, told of differently, and not marked. */
export type Tally = Record<Mark | 'conflict' | 'unmarked', number>;

export function tallyOf(lines: readonly Line[]): Tally {
  const tally: Tally = { present: 0, late: 0, absent: 0, conflict: 0, unmarked: 0 };
  for (const { mark, conflict } of lines) tally[conflict ? 'conflict' : (mark ?? 'unmarked')] += 1;
  return tally;
}

/** How she stands, for tiles: a mark, a contradiction, or nothing said. */
export const shownMarkOf = ({ mark, conflict }: Line): Mark | 'conflict' | 'unmarked' =>
  conflict ? 'conflict' : (mark ?? 'unmarked');
