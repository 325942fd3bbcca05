import type { ReactNode } from 'react';
import { keepTogether } from '@/i18n/compounds';
import { type Column, PlainTable, type TableProps } from './plain-table';

export type { Column };

/**
 * Rows and columns; on a phone each row is a card that begins with its name. Names stay together at the end of a line: what
 * tells them apart is read by no older browser, so this is drawn on the server alone.
 */
export const Table = <Row,>({ columns, ...rest }: TableProps<Row>) => (
  <PlainTable
    {...rest}
    columns={columns.map((column) => ({ ...column, cell: (row: Row) => drawn(column.cell(row)) }))}
  />
);

const drawn = (cell: ReactNode) => (typeof cell === 'string' ? keepTogether(cell) : cell);
