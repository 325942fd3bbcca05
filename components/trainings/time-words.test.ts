import { renderToBuffer } from '@react-pdf/renderer';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { PaperRegister } from '@/components/attendance/paper-register';
import { hallDay } from '@/components/attendance/phone/hall-day';
import { hourWords } from '@/components/calendar/calendar-entry';
import { PosterDocument } from '@/components/calendar/poster/poster-document';
import { posterWords } from '@/components/calendar/poster/poster-words';
import { textOf } from '@/components/ui/print/test-pdf';
import { agendaOf } from '@/domain/calendar/calendar';
import { instantAt } from '@/domain/days/day';
import { byDay } from '@/domain/trainings/session';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';
import { daysWords, timesWords, whenWords } from './time-words';

// biome-ignore lint/suspicious/noExplicitAny: the type of a translator that does not know its words
const messages: Record<Locale, Record<string, any>> = { vi: await messagesOf('vi'), en: await messagesOf('en') };
const trainings = (locale: Locale) => createTranslator({ locale, messages: messages[locale], namespace: 'trainings' });
const calendar = (locale: Locale) => createTranslator({ locale, messages: messages[locale], namespace: 'calendar' });

const on = (date: number, time: string) =>
  instantAt(`2026-12-${String(date).padStart(2, '0')}` as `${number}-${number}-${number}`, time);
/** What a clock elsewhere would put on another day: over midnight, from midnight, until midnight, whole days. */
const sessions = {
  night: { startsAt: on(5, '23:30'), endsAt: on(6, '00:30'), allDay: false },
  dawn: { startsAt: on(9, '00:00'), endsAt: on(9, '01:00'), allDay: false },
  evening: { startsAt: on(10, '22:00'), endsAt: on(11, '00:00'), allDay: false },
  day: { startsAt: on(11, '00:00'), endsAt: on(12, '00:00'), allDay: true },
  fair: { startsAt: on(12, '00:00'), endsAt: on(14, '00:00'), allDay: true },
};

const said = {
  vi: {
    night: ['23:30 – 00:30 (06/12)', 'Thứ Bảy, 05/12/2026', '23:30 – 00:30 (06/12), thứ Bảy, 05/12/2026'],
    dawn: ['00:00 – 01:00', 'Thứ Tư, 09/12/2026', '00:00 – 01:00, thứ Tư, 09/12/2026'],
    evening: ['22:00 – 24:00', 'Thứ Năm, 10/12/2026', '22:00 – 24:00, thứ Năm, 10/12/2026'],
    day: ['Cả ngày', 'Thứ Sáu, 11/12/2026', 'Thứ Sáu, 11/12/2026, cả ngày'],
    fair: [
      'Cả ngày, đến hết 13/12/2026',
      'Thứ Bảy, 12/12/2026 đến Chủ nhật, 13/12/2026',
      'Thứ Bảy, 12/12/2026 đến Chủ nhật, 13/12/2026, cả ngày',
    ],
  },
  en: {
    night: ['23:30 – 00:30 (06/12)', 'Saturday, 05/12/2026', '23:30 – 00:30 (06/12), Saturday, 05/12/2026'],
    dawn: ['00:00 – 01:00', 'Wednesday, 09/12/2026', '00:00 – 01:00, Wednesday, 09/12/2026'],
    evening: ['22:00 – 24:00', 'Thursday, 10/12/2026', '22:00 – 24:00, Thursday, 10/12/2026'],
    day: ['All day', 'Friday, 11/12/2026', 'Friday, 11/12/2026, all day'],
    fair: [
      'All day, until the end of 13/12/2026',
      'Saturday, 12/12/2026 to Sunday, 13/12/2026',
      'Saturday, 12/12/2026 to Sunday, 13/12/2026, all day',
    ],
  },
};
const names = Object.keys(sessions) as (keyof typeof sessions)[];

describe('hours and days are those of Viet Nam, whatever the zone of the server', () => {
  test.each(names.flatMap((name) => (['vi', 'en'] as const).map((locale) => [name, locale] as const)))(
    'of %s in %s: on pages, in the hall, on the poster',
    (name, locale) => {
      const t = trainings(locale);
      const words = [timesWords, daysWords, whenWords].map((write) => write(t, locale, sessions[name]));
      expect(words).toEqual(said[locale][name]);
      const { startsAt, endsAt } = sessions[name];
      const [times, days] = said[locale][name];
      const inHall = { day: days, fair: days?.replace(/ đến | to /, ' – ') };
      expect(hallDay(locale, { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() })).toBe(
        name === 'day' || name === 'fair' ? inHall[name] : `${days}, ${times}`,
      );
    },
  );

  test('of each day that a session touches, as a calendar says them', () => {
    const course = { name: 'course', startsAt: on(20, '08:00'), endsAt: on(21, '17:00'), allDay: false };
    const entries = [...names.map((name) => ({ name, ...sessions[name] })), course];
    const days = agendaOf(entries, { from: '2026-12-01', to: '2026-12-31' }, 9);
    const hours = days.flatMap(({ day, shown }) =>
      shown.map(({ name, ...times }) => `${day} ${name} ${hourWords(calendar('vi'), { ...entry, ...times }, day)}`),
    );
    expect(hours).toEqual([
      '2026-12-05 night 23:30',
      '2026-12-09 dawn 00:00',
      '2026-12-10 evening 22:00',
      '2026-12-11 day cả ngày',
      '2026-12-12 fair cả ngày',
      '2026-12-13 fair cả ngày',
      '2026-12-20 course 08:00',
      '2026-12-21 course đến 17:00',
    ]);
    expect(byDay(entries, '2026-12-06').map(({ day, sessions: [one] }) => [day, one?.name])).toEqual([
      ['2026-12-09', 'dawn'],
      ['2026-12-10', 'evening'],
      ['2026-12-11', 'day'],
      ['2026-12-12', 'fair'],
      ['2026-12-20', 'course'],
    ]);
  });

  test('on paper: the poster and the register', async () => {
    for (const name of ['night', 'dawn', 'fair'] as const) {
      const t = trainings('vi');
      const session = { ...published, ...sessions[name] };
      const words = posterWords('vi', { t: calendar('vi'), words: t, demo: '' }, session, 'https://phunuso.vn/x');
      const document = PosterDocument({ locale: 'vi', words, url: 'https://phunuso.vn/x' });
      const poster = textOf(await renderToBuffer(document)).join('\n');
      for (const text of said.vi[name].slice(0, 2).flatMap(pieces)) expect(poster, name).toContain(text);
      const onPaper = { ...register, when: whenWords(t, 'vi', session) };
      const paper = textOf(
        await renderToBuffer(PaperRegister({ locale: 'vi', words: onPaper, lines: [], address: 'https://x' })),
      ).join('\n');
      for (const text of pieces(said.vi[name][2] ?? '')) expect(paper, name).toContain(text);
    }
  });
});

/** A line of paper may end behind each of these. */
const pieces = (text: string) => text.split(/, (?:đến hết )?| đến /);
const entry = { id: '', href: '', title: '', place: '', state: 'approved', own: false, demo: false } as const;
const published: PublishedSession = {
  id: '',
  number: 12,
  slug: '',
  state: 'approved',
  mode: 'in_person',
  audience: 'everyone',
  language: 'vi',
  demo: false,
  seats: 30,
  free: 30,
  isFull: false,
  notes: null,
  calendarSequence: 0,
  changedAt: new Date(0),
  day: '2026-12-05',
  startsAt: new Date(0),
  endsAt: new Date(0),
  allDay: false,
  topic: '',
  unit: 'Khu phố 5',
  commune: null,
  course: { code: 'vneid', title: 'Sử dụng VNeID', description: '', preconditions: null, minutes: 90 },
  venue: null,
};
const register = {
  title: 'Bảng điểm danh',
  session: 'Sử dụng VNeID',
  place: 'Khu phố 5',
  number: 'Số',
  name: 'Họ tên',
  group: 'Tổ',
  mark: 'C / M / V',
  signature: 'Ký',
  hint: '',
  trainer: 'Báo cáo viên',
  demo: null,
  pageOf: () => '1',
};
