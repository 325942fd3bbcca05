import { oneOf } from '@/app/address';
import { type ImportBatch, type ImportCounts, type Verdict, verdicts } from '@/domain/imports/import';

export const importsPath = '/admin/imports';

/** Which rows of an import are shown. */
export type Shown = Verdict | 'leftAlone';
const shownRows: readonly Shown[] = [...verdicts, 'leftAlone'];

type Query = Record<string, string | string[] | undefined>;

/** The rows asked for; without a word those that need her most. */
export const shownOf = (query: Query, counts: ImportCounts): Shown =>
  shownRows.find((each) => each === oneOf(query.show)) ??
  (counts.leftAlone > 0 ? 'leftAlone' : undefined) ??
  verdicts.find((each) => counts.verdicts[each] > 0) ??
  'create';

export function afterOf(query: Query): number | undefined {
  const after = Number(oneOf(query.after));
  return Number.isInteger(after) && after > 0 && after < 10_000_000 ? after : undefined;
}

export const rowsAddress = ({ id }: Pick<ImportBatch, 'id'>, shown: Shown, after?: number) =>
  `${importsPath}/${id}?show=${shown}${after ? `&after=${after}` : ''}#rows`;
