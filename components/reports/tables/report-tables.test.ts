import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import type { ReportContent } from '@/domain/reports/report-content';
import { messagesOf } from '@/i18n/messages';
import { sampleReport } from '../paper/sample-report';
import { restatedTable } from './figure-tables';
import { communeTable } from './report-tables';
import type { TableWords } from './told-table';

// biome-ignore lint/suspicious/noExplicitAny: the type of a translator that does not know its words
const messages: Record<string, any> = await messagesOf('vi');
const say = (namespace: string) => createTranslator({ locale: 'vi', messages, namespace }) as never;
const words: TableWords = {
  locale: 'vi',
  t: say('reports'),
  places: say('trainings'),
  kinds: say('digital-models.kind'),
  names: new Map(),
};

const percents = { sub_association: 50, group: null };
const of = (report: ReportContent['communes'][number]['report']) =>
  ({ id: String(report), name: 'Xã Thử', kind: 'commune', percents, report }) as const;
const communes = [of('draft'), of('locked'), of(null)];

test('in the report of the city a commune that has not signed is told as such once the period is over, and not before', () => {
  const told = (day: Day) =>
    communeTable(words, { ...sampleReport, day, communes })?.rows.map(({ cells }) => cells.at(-1));
  expect(told('2026-10-12')).toEqual(['Chưa hết kỳ', 'Đã nhận, đã chốt', 'Không phải nộp']);
  expect(told('2026-10-31')).toEqual(['Chờ ký', 'Đã nhận, đã chốt', 'Không phải nộp']);
});

test('who signed a report anew is named, and where nobody is known nobody stands in her place', () => {
  const [row] = sampleReport.restated;
  const told = (by: string | null) => {
    const filed = { by, on: '2026-10-08', why: 'Sót hai chị' } as const;
    return restatedTable(words, { ...sampleReport, restated: row ? [{ ...row, filed }] : [] })?.rows[0]?.cells.at(-1);
  };
  expect(told('Nguyễn Thị Thử')).toBe('Nguyễn Thị Thử ký lại 08/10/2026: Sót hai chị');
  expect(told(null)).toBe('Ký lại 08/10/2026: Sót hai chị');
});
