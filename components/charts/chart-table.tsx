import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { type Column, Table } from '@/components/ui/tables/table';

type ChartTableProps<Row> = {
  /** Says what the numbers are. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Closed under its caption, for a table that only repeats a picture. Opens without a script, and prints open. */
  folded?: boolean;
};

/** The numbers of a picture as a table: few columns as they are, more than three as cards on a phone. */
export function ChartTable<Row>({ folded = false, ...table }: ChartTableProps<Row>) {
  const cards = table.columns.length > 3;
  if (!folded) return <Table {...table} cards={cards} showCaption />;
  return (
    <Folded caption={table.caption}>
      <Table {...table} cards={cards} />
    </Folded>
  );
}

function Folded({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <details className="group mt-3" data-whole-on-paper="">
      <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold text-lotus underline decoration-[1.5px] underline-offset-[.22em]">
        <Icon name="chevron-right" className="transition-transform group-open:[transform:rotate(90deg)]" />
        {caption}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
