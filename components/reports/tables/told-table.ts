import type { useTranslations } from 'next-intl';
import type { IndicatorCode, UnitOfMeasure } from '@/domain/indicators/indicator';
import type { ReportContent } from '@/domain/reports/report-content';
import type { Locale } from '@/i18n/locales';

/** What a cell says; numbers stay numbers until somebody draws them. */
export type ToldCell = string | number | null;

/** `row`: what it measures is said by the row. The first column names the row. */
type ColumnMeasure = UnitOfMeasure | 'words' | 'row';

export type ToldColumn = {
  /** names it in a template of the union's own */
  field: string;
  heading: string;
  measure: ColumnMeasure;
  /** of the width, in parts */
  share: number;
};

export type ToldRow = { key: string; cells: readonly ToldCell[]; measure?: UnitOfMeasure };

/** A table of a report, once for its page and its files: what it says, and not how it looks. */
export type ToldTable = { title: string; columns: readonly ToldColumn[]; rows: readonly ToldRow[] };

/** What a table is told in: one language, and how indicators are called in it. */
export type TableWords = {
  locale: Locale;
  t: ReturnType<typeof useTranslations<'reports'>>;
  places: ReturnType<typeof useTranslations<'trainings'>>;
  kinds: ReturnType<typeof useTranslations<'digital-models.kind'>>;
  names: ReadonlyMap<IndicatorCode, string>;
};

/** Null where the report has nothing to say in it. */
export type Tell = (words: TableWords, content: ReportContent) => ToldTable | null;

/** What a number in a place of the table measures. */
export const measureOf = ({ measure }: ToldColumn, row: ToldRow): UnitOfMeasure =>
  measure === 'row' || measure === 'words' ? (row.measure ?? 'count') : measure;
