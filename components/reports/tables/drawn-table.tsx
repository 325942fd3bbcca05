import { formatValue } from '@/components/indicators/figure-words';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { measureOf, type ToldColumn, type ToldRow, type ToldTable } from './told-table';

const NOTHING = '–';

type DrawnProps = {
  table: ToldTable;
  locale: Locale;
  lines?: boolean;
  /** where the name of a row leads; null: it is a name alone */
  hrefOf?: ((row: ToldRow) => string | null) | undefined;
};

/** A table of a report on its page: a number with its measure, a dash where nothing is known. */
export const DrawnTable = ({ table: { title, columns, rows }, locale, lines = false, hrefOf }: DrawnProps) => (
  <Table
    caption={title}
    rows={rows}
    keyOf={({ key }) => key}
    lines={lines}
    columns={columns.map((column, at): Column<ToldRow> => {
      const kind = at === 0 ? 'title' : column.measure === 'words' ? undefined : 'number';
      return {
        label: column.heading,
        ...(kind && { kind }),
        cell: (row) => linked(drawn(locale, column, row, at), (at === 0 && hrefOf?.(row)) || null),
      };
    })}
  />
);

const linked = (said: string, href: string | null) => (href ? <Link href={href}>{keepTogether(said)}</Link> : said);

function drawn(locale: Locale, column: ToldColumn, row: ToldRow, at: number): string {
  const cell = row.cells[at] ?? null;
  return typeof cell === 'number' ? formatValue(locale, cell, measureOf(column, row)) : (cell ?? NOTHING);
}
