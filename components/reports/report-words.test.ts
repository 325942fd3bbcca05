import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '@/domain/reports/report-content';
import { messagesOf } from '@/i18n/messages';
import { sampleReport } from './paper/sample-report';
import { modelsNamed, sentenceText } from './report-words';

// biome-ignore lint/suspicious/noExplicitAny: the type of a translator that does not know its words
const messages: Record<string, any> = { vi: await messagesOf('vi'), en: await messagesOf('en') };
const say = (locale: 'vi' | 'en', sentence: Sentence) =>
  sentenceText(
    createTranslator({ locale, messages: messages[locale], namespace: 'reports' }) as never,
    locale,
    sentence,
  );

const coverageOf = (covered: number, units: number, change: number): Sentence => ({
  say: 'coverage',
  level: 'group',
  covered,
  units,
  percent: 50,
  change,
});
const trainingsOf = (count: number): Sentence => ({
  say: 'trainings',
  sessions: count,
  hours: count,
  attendances: count,
  people: count,
  before: count,
});
const paceOf = (weeks: number): Sentence => ({ say: 'pace', level: 'group', verdict: 'late', target: 100, weeks });

describe('an English sentence of a report bends with its number', () => {
  const told: [Sentence, string][] = [
    [coverageOf(1, 1, 1), '1 of 1 group is covered, 50%, 1 point more than in the period before.'],
    [coverageOf(2, 4, -1.5), '2 of 4 groups are covered, 50%, 1.5 points less than in the period before.'],
    [
      { say: 'communes', done: 1, communes: 95, silent: 1 },
      '1 of 95 communes and wards has covered all its sub-associations; 1 does not report.',
    ],
    [
      { say: 'communes', done: 10, communes: 95, silent: 8, withoutUnits: 1 },
      '10 of 95 communes and wards have covered all their sub-associations; 8 do not report; 1 has no sub-associations yet.',
    ],
    [trainingsOf(1), '1 training session was held, 1 hour, 1 attendance of 1 person; 1 session in the period before.'],
    [
      trainingsOf(1_001),
      '1,001 training sessions were held, 1,001 hours, 1,001 attendances of 1,001 people; 1,001 sessions in the period before.',
    ],
    [{ say: 'models', active: 1, began: 1, ended: 0 }, '1 digital model is active; 1 began in the period and 0 ended.'],
    [{ say: 'pairs', pairs: 1, guided: 1, reach: 2 }, '1 pair of 1+1 is active; 1 woman was guided, chains reached 2.'],
    [{ say: 'waiting', count: 1 }, '1 woman is waiting for a class.'],
    [{ say: 'waiting', count: 21 }, '21 women are waiting for a class.'],
    [{ say: 'restated', count: 1 }, '1 earlier figure has changed; it is listed at the end.'],
    [paceOf(0), 'Groups: at this pace the target of 100% will be reached less than a week late.'],
    [paceOf(1), 'Groups: at this pace the target of 100% will be reached 1 week late.'],
    [paceOf(9), 'Groups: at this pace the target of 100% will be reached 9 weeks late.'],
  ];
  test.each(told)('%o', (sentence, words) => {
    expect(say('en', sentence)).toBe(words);
  });
});

test('places without sub-associations are named apart from silent ones, and not where there are none', () => {
  const communes = { say: 'communes', done: 10, communes: 95, silent: 8 } as const;
  expect(say('vi', { ...communes, withoutUnits: 1 })).toBe(
    '10 trên 95 xã, phường có mọi chi hội đều đạt; 8 nơi chưa báo cáo; 1 nơi chưa có chi hội.',
  );
  // the second one as it was signed before they were told apart
  for (const sentence of [{ ...communes, withoutUnits: 0 }, communes])
    expect(say('vi', sentence)).toBe('10 trên 95 xã, phường có mọi chi hội đều đạt; 8 nơi chưa báo cáo.');
});

test('a pace that is late by less than a week says no number of weeks', () => {
  expect(say('vi', paceOf(0))).toBe('Tổ: với nhịp này sẽ đạt chỉ tiêu 100% sau hạn chưa đầy một tuần.');
  expect(say('vi', paceOf(3))).toBe('Tổ: với nhịp này sẽ đạt chỉ tiêu 100% sau hạn 3 tuần.');
});

test('models that began are told in one line and those that ended in one, with how many more there are of all kinds', () => {
  const t = createTranslator({ locale: 'vi', messages: messages.vi, namespace: 'reports' }) as never;
  const [family] = sampleReport.models;
  const kind = (began: number, beganNamed: string[], endedNamed: string[]) => ({
    ...(family ?? expect.unreachable()),
    began,
    ended: endedNamed.length,
    beganNamed: beganNamed.map((name) => ({ name, day: '2026-10-08' as const })),
    endedNamed: endedNamed.map((name) => ({ name, day: '2026-10-09' as const })),
  });
  const models = [kind(1, ['CLB Sen'], []), kind(30, ['Tổ 1', 'Tổ 2'], ['Tổ 9'])];
  expect(modelsNamed(t, { ...sampleReport, models })).toEqual([
    'Ra mắt: CLB Sen; Tổ 1; Tổ 2; và 28 mô hình nữa',
    'Kết thúc: Tổ 9',
  ]);
  expect(modelsNamed(t, { ...sampleReport, models: [kind(0, [], [])] })).toEqual([]);
});
