import type { ArticleNode } from '../document';

/** No table of a text has more cells: a wider one would be a sheet. */
const CELLS_MAX = 2_000;

/**
 * A table whose first row is its head and whose rows are equally long; nothing when it has no cell, or more than a text has
 * room for.
 */
export function wholeTable(rows: readonly ArticleNode[]): ArticleNode[] {
  const parts = rows.flatMap(({ type, content }) => (type === 'table_row' ? [content ?? []] : []));
  const columns = Math.max(0, ...parts.map((cells) => cells.length));
  if (columns === 0 || columns * parts.length > CELLS_MAX) return [];
  return [{ type: 'table', content: parts.map((cells, index) => rowOf(cells, columns, index === 0)) }];
}

function rowOf(cells: readonly ArticleNode[], columns: number, head: boolean): ArticleNode {
  const type = head ? 'table_header' : 'table_cell';
  return {
    type: 'table_row',
    content: Array.from({ length: columns }, (_, column) => {
      const { content } = cells[column] ?? {};
      return { type, ...(content && { content }) };
    }),
  };
}
