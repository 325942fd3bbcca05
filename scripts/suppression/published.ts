import { findPublishedFigures } from '@/domain/coverage/commune-queries';
import { findPublishedDay } from '@/domain/coverage/queries';
import { type Day, today } from '@/domain/days/day';
import { citedDay, isMonthEnd, personsCode } from '@/domain/figures/figure';
import { findPublishedFigure } from '@/domain/figures/published-queries';
import { countedBy, GUIDED_FROM, STEP } from '@/domain/small-count';
import { listPublishedSessions } from '@/domain/trainings/published/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { listPublishedCommunes } from '@/domain/units/queries';
import { type Cell, growing, type Relation, SENSITIVE } from './cells';

/** A share of what is published: its cells, each told once for every place that tells it, and what follows between them. */
export type Published = { cells: Cell[]; relations: Relation[] };

const AHEAD: Day = '2999-12-31';

/** The women guided in a commune by a day, as one cell whoever tells it. */
export const guidedId = (slug: string, by: Day) => `women guided in ${slug} by ${by}`;
/** The women who have a seat in a session, as one cell whoever tells it. */
export const seatedId = (slug: string) => `women with a seat in ${slug}`;

/** Women guided as they are told in tens. Null: fewer than are told. */
export const inTensTold = (id: string, told: number | null): Cell =>
  told === null
    ? { id, least: 0, most: GUIDED_FROM - 1, keeps: SENSITIVE }
    : { id, least: told, most: told + STEP - 1, keeps: SENSITIVE };

/** Those who have a seat, as numbers of seats tell of them: all where it is full, the others where it says how many are free. */
export function seatedTold(session: Pick<PublishedSession, 'slug' | 'audience' | 'isFull' | 'seats' | 'free'>): Cell {
  const { slug, audience, isFull, seats, free } = session;
  const keeps = audience === 'priority_groups' ? SENSITIVE : null;
  const taken = seats !== null && free !== null ? seats - free : null;
  return { id: seatedId(slug), least: taken ?? (isFull ? (seats ?? 0) : 0), most: taken ?? seats, keeps };
}

/**
 * Of each commune how many of its units have a running pair: each guides somebody, most of them nobody else's learner, so that a reader takes
 * the women guided to be as many at least.
 */
async function guidedAtLeast(by: Day): Promise<ReadonlyMap<string, number>> {
  const least = new Map<string, number>();
  for (const { communeId, tied, bothUntied, pairOnly } of (await findPublishedDay(by)).communes)
    least.set(communeId, (least.get(communeId) ?? 0) + tied + bothUntied + pairOnly);
  return least;
}

/** The same cell, as the units with a pair leave it; where they are more than it can be they say nothing. */
const besideUnits = (cell: Cell, units = 0): Cell =>
  cell.most !== null && units > cell.most ? cell : { ...cell, least: Math.max(cell.least, units) };

/** What the published queries tell of persons on some days, a day asked for by itself: as a reader who came on each of them knows it. */
export async function readPublished(days: readonly Day[]): Promise<Published> {
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const units = new Map<Day, ReadonlyMap<string, number>>();
  for (const by of new Set(days.map(countedBy))) units.set(by, await guidedAtLeast(by));
  for (const { id, slug } of await listPublishedCommunes()) {
    const told = new Map<Day, Cell>();
    for (const day of [...days].sort()) {
      const { guided, coverage } = await findPublishedFigures(id, day);
      const own = coverage.filter(({ communeId }) => communeId === id);
      // as its page leaves the figure away
      if (!own.some(({ state }) => state !== 'not_reported')) continue;
      const by = countedBy(day);
      const cell = besideUnits(inTensTold(guidedId(slug, by), guided), units.get(by)?.get(id));
      cells.push(cell);
      told.set(by, cell);
    }
    const between = growing([...told.values()]);
    cells.push(...between.cells);
    relations.push(...between.relations);
  }
  for (const session of await allSessions()) cells.push(seatedTold(session));
  return { cells, relations };
}

/** As it stood when a report closed it: another count than that of now, where records were corrected since. */
const closedId = (slug: string, by: Day, filing: number) => `${guidedId(slug, by)} as closed ${filing + 1} times`;

/** A count that an address of its own tells, which says 0 for fewer than are told. */
const citedTold = (id: string, done: number | null) => inTensTold(id, done || null);

/**
 * What the addresses of numbers tell of persons: of every day asked for that has one, as it was closed and as it is now, for
 * somebody who opened all. None but ends of months has one.
 */
export async function readCited(days: readonly Day[]): Promise<Published> {
  const ends = [...new Set(days.flatMap((day) => citedDay(personsCode, day) ?? []))].sort();
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  for (const { slug } of await listPublishedCommunes()) {
    const series = new Map<string, Cell[]>();
    const tell = (of: string, cell: Cell) => series.set(of, [...(series.get(of) ?? []), cell]);
    for (const by of ends) {
      const figure = await findPublishedFigure(personsCode, slug, by);
      if (!figure || !isMonthEnd(by)) continue;
      if (figure.now.state === 'known') tell('now', citedTold(guidedId(slug, by), figure.now.done));
      for (const [at, filing] of figure.filings.entries())
        tell(`closed ${at}`, citedTold(closedId(slug, by, at), filing.figure.done));
    }
    for (const told of series.values()) {
      const between = growing(told);
      cells.push(...told, ...between.cells);
      relations.push(...between.relations);
    }
  }
  return { cells, relations };
}

/** Every session that is announced. */
export async function allSessions(): Promise<PublishedSession[]> {
  const sessions: PublishedSession[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page = await listPublishedSessions('vi', { from: today(), to: AHEAD, after });
    sessions.push(...page.sessions);
    after = page.next;
  }
  return sessions;
}
