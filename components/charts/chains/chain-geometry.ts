import type { ShownLink } from '@/domain/pairs/chain';
import { fittedIn } from '../letters/letters';

/** A line of the drawing: a woman, or how many more stand behind one. Depth 0 is the one with whom the chain begins. */
export type ChainRow = {
  key: string;
  depth: number;
  /** the row of the woman above; null for the first */
  above: number | null;
  woman: { id: string; name: string | null } | null;
  hidden: number;
};

export const ROW = 36;
export const STEP = 24;
/** The width of a phone's page: the text of the deepest step still fits. */
export const WIDTH = 324;

/** The rows of a chain from top to bottom: each woman, then those she guided, then how many of hers are not shown. */
export function rowsOf(root: ShownLink): ChainRow[] {
  const rows: ChainRow[] = [];
  const put = (link: ShownLink, depth: number, above: number | null) => {
    const at = rows.push({ key: link.id, depth, above, woman: { id: link.id, name: link.name }, hidden: 0 }) - 1;
    for (const each of link.onward) put(each, depth + 1, at);
    if (link.hidden > 0)
      rows.push({ key: `${link.id} more`, depth: depth + 1, above: at, woman: null, hidden: link.hidden });
  };
  put(root, 0, null);
  return rows;
}

/** The place of a row's mark. */
export const markAt = ({ depth }: Pick<ChainRow, 'depth'>, index: number) => ({
  x: 12 + depth * STEP,
  y: ROW / 2 + index * ROW,
});

/** The line from the woman above down and over to this row. */
export function branchTo(row: ChainRow, index: number): string {
  const { x, y } = markAt(row, index);
  const from = markAt({ depth: row.depth - 1 }, row.above ?? 0);
  return `M${from.x} ${from.y + 9}V${y - 8}q0 8 8 8H${x - 9}`;
}

/** A name as long as its row has room for; the words beside the drawing say it whole. */
export const fitted = (name: string, depth: number): string => fittedIn(name, WIDTH - 26 - depth * STEP);
