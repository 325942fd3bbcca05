import type { SheetColumn } from '@/domain/exports/sheet-writer';
import type { ListRow } from '@/domain/spot-checks/round-queries';
import type { ColumnWords } from '../../../export-columns';

/** Stratum, unit and whether it was drawn. */
export const listColumns = ({ words }: ColumnWords): SheetColumn<ListRow>[] => [
  { heading: words('spot-checks.strata.name'), width: 40, value: ({ stratum }) => stratum },
  { heading: words('spot-checks.checks.unit'), width: 40, value: ({ unitId }) => unitId },
  { heading: words('spot-checks.strata.drawn'), width: 10, value: ({ drawn }) => (drawn ? 1 : 0) },
];
