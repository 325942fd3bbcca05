import type { SheetColumn } from '@/domain/exports/sheet-writer';
import { numberOf } from '@/domain/indicators/indicator';
import type { TopicLine } from '@/domain/indicators/topic';
import type { PriorityLine } from '@/domain/reports/series/priority-lines';
import { formatDay } from '@/i18n/format';
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

/** Course or skill, place, people. */
export const topicColumns = ({ heading, words }: ColumnWords): SheetColumn<TopicLine>[] => [
  { heading: heading('learnedKind'), width: 14, value: ({ kind }) => words(`indicators.topics.kinds.${kind}`) },
  { heading: heading('learned'), width: 44, value: ({ name }) => name },
  { heading: heading('part'), width: 32, value: ({ place }) => place || words('indicators.parts.itself') },
  { heading: heading('learnedPeople'), width: 14, value: ({ people }) => people },
];

/** Day, place, group, women in tens. */
export const priorityColumns = ({ heading, words, locale }: ColumnWords): SheetColumn<PriorityLine>[] => [
  { heading: heading('day'), width: 14, value: ({ day }) => formatDay(locale, day) },
  { heading: heading('part'), width: 32, value: ({ place }) => place },
  { heading: heading('priorityGroup'), width: 26, value: ({ group }) => words(`consents.sensitive.groups.${group}`) },
  { heading: heading('learnedPeople'), width: 14, value: ({ count }) => count ?? '<10' },
];
