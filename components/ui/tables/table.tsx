import type { ReactNode } from 'react';
import { keepTogether } from '@/i18n/compounds';
import { type Column, PlainTable, type TableProps } from './plain-table';

export type { Column };

/**
 * Rows and columns; on a phone each row is a card that begins with its name. Drawn on the server alone: what keeps
 * names together at the end of a line is read by no older browser.
 */
export const Table = <Row,>({ columns, ...rest }: TableProps<Row>) => (
  <PlainTable
    {...rest}
    columns={columns.map((column) => ({ ...column, cell: (row: Row) => drawn(column.cell(row)) }))}
  />
);

const drawn = (cell: ReactNode) => (typeof cell === 'string' ? keepTogether(cell) : cell);
