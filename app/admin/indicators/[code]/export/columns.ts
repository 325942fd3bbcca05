import type { SheetColumn } from '@/domain/exports/sheet-writer';
import { numberOf } from '@/domain/indicators/indicator';
import type { ColumnWords } from '../../../export-columns';
import type { IndicatorLine } from './rows';

/** Place, numerator, denominator and value; a word stands where there is no number. */
export const indicatorColumns = ({ heading, words }: ColumnWords): SheetColumn<IndicatorLine>[] => [
  { heading: heading('part'), width: 32, value: ({ name }) => name },
  { heading: heading('numerator'), width: 14, value: ({ done, state }) => (state === 'known' ? done : null) },
  { heading: heading('denominator'), width: 14, value: ({ whole }) => whole },
  {
    heading: heading('figure'),
    width: 18,
    value: (line) => numberOf(line, line.measure) ?? words(`indicators.states.${line.state}`),
  },
];
