import type { ReactNode } from 'react';
import { writtenOnce } from '@/components/layout/ready/written-once';

export type Column<Row> = {
  /** also the name of the value when rows stand as cards */
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** `title` names the row, `number` stands right, `mark` in the middle */
  kind?: 'title' | 'number' | 'mark';
  /** said before the value on a phone; needed when `label` is not plain text */
  short?: string;
  /** not there on a phone, where the title of the row unfolds to it */
  folded?: true;
};

export type TableProps<Row> = {
  caption: string;
  /** the caption is read out, not shown, where a heading above says the same */
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** the row one looks at, one with a gap, or one that belongs to the row above it */
  mark?: (row: Row) => 'current' | 'gap' | 'below' | undefined;
  /** all that decides what a row shows, in words of its own: one that was drawn before need not be drawn again */
  saidBy?: ((row: Row) => string) | undefined;
  /** false keeps the grid on phones too, for a table with few narrow columns */
  cards?: boolean;
  /** on phones a row is its name and, in one line below it, label and value in pairs: for a long list with few short values */
  lines?: boolean;
};

const alignment = { title: undefined, number: 'number', mark: 'middle' } as const;

/** Rows and columns; on a phone each row is a card that begins with its name. For forms that the browser draws too. */
export function PlainTable<Row>({
  caption,
  showCaption,
  columns,
  rows,
  keyOf,
  mark,
  saidBy,
  cards = true,
  lines = false,
}: TableProps<Row>) {
  const cells = placed(columns);
  const figures = columns.every(({ kind }) => kind === 'title' || kind === 'number');
  const look = [cards, figures, cells.map(({ label, short }) => short ?? (typeof label === 'string' ? label : ''))];
  // words for readers who only hear them lie within the frame too, or the page would be as wide as they reach
  return (
    <div className={frameOf(cards || lines)}>
      <table className={lookOf(cards, lines, figures)}>
        <caption className={showCaption ? 'font-semibold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {cells.map(({ label, kind, place }) => (
              <th key={place} scope="col" {...classOf(kind && alignment[kind])}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={keyOf(row)}
              said={saidBy ? JSON.stringify([look, mark?.(row), saidBy(row)]) : null}
              draw={() => lineOf(row, cells, { mark: mark?.(row), figures, cards })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A row; where it is said what decides it, it is written once. */
const Line = writtenOnce(
  ({ draw }: { said: string | null; draw: () => ReactNode }) => draw(),
  ({ said }) => said,
);

type Placed<Row> = Column<Row> & { place: string };
type LineLook = { mark: string | undefined; figures: boolean; cards: boolean };

const lineOf = <Row,>(row: Row, cells: readonly Placed<Row>[], { mark, figures, cards }: LineLook) => (
  <tr {...classOf(mark)}>
    {cells.map(({ label, cell, kind, short, folded, place }) =>
      kind === 'title' ? (
        <th key={place} scope="row">
          {cell(row)}
        </th>
      ) : (
        <td
          key={place}
          {...classOf(folded ? 'folded' : figures ? undefined : kind && alignment[kind])}
          {...(cards && { 'data-l': short ?? (typeof label === 'string' ? label : '') })}
        >
          {cell(row)}
        </td>
      ),
    )}
  </tr>
);

const lookOf = (cards: boolean, lines: boolean, figures: boolean) =>
  `${lines ? 'table lines' : cards ? 'table cards' : 'table'}${figures ? ' figures' : ''}`;

const placed = <Row,>(columns: readonly Column<Row>[]): Placed<Row>[] =>
  columns.map((column, at) => ({ ...column, place: String(at) }));

/** What a cell does not have it does not say: each word of a row travels twice, as an element and for the browser. */
const classOf = (className: string | undefined) => (className ? { className } : {});

/** What stays a grid on a phone scrolls in its own frame there too, once letters are large. */
const frameOf = (unfolds: boolean) =>
  unfolds ? 'relative max-md:@container md:overflow-x-auto' : 'relative overflow-x-auto';
