import { createRequire } from 'node:module';
import { type Cell, type Leak, type Relation, together } from './cells';

/** What is used of HiGHS (MIT): whole numbers, exactly. */
type Solved = { Status: string; ObjectiveValue: number };
type Solver = { solve: (problem: string) => Solved };
// asked for where it is used: a tree that has not installed it yet can be checked nevertheless
const require = createRequire(import.meta.url);
let loading: Promise<Solver> | undefined;
// asked for where it is used: whoever has not installed it yet can check the rest
const load = (): Promise<Solver> => {
  loading ??= (require('highs') as () => Promise<Solver>)();
  return loading;
};

/**
 * Every count that can be worked out more closely than it may be known: small, and fewer numbers left than its cell keeps. What is told
 * plainly is found too. Throws where the told contradicts itself.
 */
export async function findLeaks(told: readonly Cell[], relations: readonly Relation[]): Promise<Leak[]> {
  const solver = await load();
  const cells = together(told);
  const known = new Set(cells.map(({ id }) => id));
  const stranger = relations.flatMap(({ terms }) => terms).find(([id]) => !known.has(id));
  if (stranger) throw new Error(`A relation speaks of a cell that is none: ${stranger[0]}`);
  return connected(cells, relations).flatMap((group) => leaksIn(solver, group));
}

type Group = { cells: Cell[]; relations: Relation[] };

/** Cells that no relation ties together say nothing about each other: each group is a question of its own. */
function connected(cells: readonly Cell[], relations: readonly Relation[]): Group[] {
  const parent = new Map(cells.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let above = parent.get(at) ?? at; above !== at; above = parent.get(at) ?? at) at = above;
    parent.set(id, at);
    return at;
  };
  for (const { terms } of relations) {
    const [first] = terms;
    for (const [id] of terms) if (first) parent.set(root(id), root(first[0]));
  }
  const groups = new Map<string, Group>();
  const groupOf = (id: string) => {
    const at = root(id);
    const group = groups.get(at) ?? { cells: [], relations: [] };
    groups.set(at, group);
    return group;
  };
  for (const cell of cells) groupOf(cell.id).cells.push(cell);
  for (const relation of relations) if (relation.terms[0]) groupOf(relation.terms[0][0]).relations.push(relation);
  return [...groups.values()];
}

function leaksIn(solver: Solver, group: Group): Leak[] {
  const program = programOf(group);
  return group.cells.flatMap(({ id, keeps }, at): Leak[] => {
    if (keeps === null) return [];
    const least = program(solver, 'Minimize', at);
    // what cannot be small is no small count, however closely it is known
    if (least >= keeps) return [];
    const most = program(solver, 'Maximize', at);
    return most - least + 1 < keeps ? [{ id, least, most }] : [];
  });
}

/** The least or most that a cell of a group can be, as a question in the LP format. */
function programOf({ cells, relations }: Group) {
  const variable = new Map(cells.map(({ id }, at) => [id, `x${at}`]));
  const rows = relations.map(({ terms, is, than }) => {
    const sum = terms.map(([id, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${variable.get(id)}`).join(' ');
    return ` ${sum} ${is} ${than}`;
  });
  const bounds = cells.map(({ least, most }, at) => ` ${least} <= x${at} <= ${most ?? '+inf'}`);
  const whole = cells.map((_, at) => ` x${at}`);
  const rest = [
    'Subject To',
    // a program without a row is none
    ...(rows.length > 0 ? rows : [' x0 >= 0']),
    'Bounds',
    ...bounds,
    'General',
    ...whole,
    'End',
  ].join('\n');
  return (solver: Solver, way: 'Minimize' | 'Maximize', at: number): number => {
    const { Status, ObjectiveValue } = solver.solve(`${way}\n x${at}\n${rest}`);
    if (Status === 'Optimal') return Math.round(ObjectiveValue);
    if (way === 'Maximize' && /unbounded/i.test(Status)) return Number.POSITIVE_INFINITY;
    throw new Error(`What is told of ${cells[at]?.id} contradicts itself (${Status}).`);
  };
}
