import type { ReactNode } from 'react';

export type ChartColumn = { key: string; label: string; numeric?: boolean };
export type ChartRow = { key: string; cells: Record<string, ReactNode> };

type ChartTableProps = {
  /** Says what the numbers are; heard always, seen unless `caption` is hidden. */
  caption: string;
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly ChartColumn[];
  rows: readonly ChartRow[];
  /** Closed under its caption, for a table that only repeats a picture. Opens without a script. */
  folded?: boolean;
};

/** The numbers of a picture as a table: up to three columns as they are, wider ones as cards on a phone. */
export function ChartTable({ caption, captionHidden = false, columns, rows, folded = false }: ChartTableProps) {
  const table = <NumberTable caption={caption} captionHidden={captionHidden || folded} columns={columns} rows={rows} />;
  if (!folded) return table;
  return (
    <details className="group mt-3 print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-lotus underline decoration-[1.5px] underline-offset-[.22em] [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 24 24"
          width="20"
          height="20"
          aria-hidden="true"
          className="flex-none transition-transform group-open:rotate-90"
        >
          <path d="m9 5 7 7-7 7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
        {caption}
      </summary>
      <div className="pt-2">{table}</div>
    </details>
  );
}

function NumberTable({ caption, captionHidden, columns, rows }: Omit<ChartTableProps, 'folded'>) {
  const cards = columns.length > 3;
  const number = 'text-right tabular-nums lining-nums';
  return (
    <table className={`w-full border-collapse text-[1.0625rem] ${cards ? cardTable : ''}`}>
      <caption className={captionHidden ? 'sr-only' : 'pb-2 text-left font-semibold'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, numeric }) => (
            <th
              key={key}
              scope="col"
              className={`border-ink border-b-2 px-2 py-2.5 align-bottom font-semibold text-base text-ink-2 leading-[1.35] first:pl-0 last:pr-0 ${numeric ? 'text-right' : 'text-left'}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={`${cell} pl-0 text-left font-semibold`}>
                  {cells[column.key]}
                </th>
              ) : (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={`${cell} last:pr-0 ${column.numeric ? number : ''}`}
                >
                  {cells[column.key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cell = 'h-12 border-rule border-b px-2 py-1 align-middle leading-[1.45]';

const cardTable = [
  'max-[700px]:block max-[700px]:[&_thead]:sr-only max-[700px]:[&_tbody]:block',
  'max-[700px]:[&_tbody_tr]:mb-2.5 max-[700px]:[&_tbody_tr]:block max-[700px]:[&_tbody_tr]:rounded-tile',
  'max-[700px]:[&_tbody_tr]:border-[1.5px] max-[700px]:[&_tbody_tr]:border-rule max-[700px]:[&_tbody_tr]:bg-card',
  'max-[700px]:[&_tbody_tr]:px-3.5 max-[700px]:[&_tbody_tr]:py-2.5',
  'max-[700px]:[&_tbody_th]:block max-[700px]:[&_tbody_th]:h-auto max-[700px]:[&_tbody_th]:px-0 max-[700px]:[&_tbody_th]:pb-2',
  'max-[700px]:[&_td]:flex max-[700px]:[&_td]:h-auto max-[700px]:[&_td]:justify-between max-[700px]:[&_td]:gap-4',
  'max-[700px]:[&_td]:border-0 max-[700px]:[&_td]:px-0 max-[700px]:[&_td]:before:text-left max-[700px]:[&_td]:before:text-ink-2',
  'max-[700px]:[&_td]:before:content-[attr(data-label)]',
].join(' ');
