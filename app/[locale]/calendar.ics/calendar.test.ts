import { describe, expect, test } from 'vitest';
import { calendarText, type Entry } from './calendar';

const entry = (over: Partial<Entry> = {}): Entry => ({
  id: '01970000-0000-7000-8000-000000000001',
  sequence: 0,
  cancelled: false,
  startsAt: new Date('2026-11-26T16:30:00Z'),
  endsAt: new Date('2026-11-26T18:00:00Z'),
  title: 'Nhận ra; cuộc gọi, giả danh',
  place: 'Nhà văn hóa khu phố 5, phường Long Hưng',
  description: 'Mang theo điện thoại.\nCó người chỉ từng bước.',
  url: 'https://portal.invalid/tap-huan/x',
  ...over,
});
const linesOf = (...entries: Entry[]) =>
  calendarText('Tập huấn', 'vi', entries)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');

describe('the calendar', () => {
  test('shows the clock of Viet Nam, whatever the zone of the server, over midnight too', () => {
    const lines = linesOf(entry());
    expect(lines).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261126T233000');
    expect(lines).toContain('DTEND;TZID=Asia/Ho_Chi_Minh:20261127T010000');
    expect(lines).toContain('TZOFFSETTO:+0700');
    expect(lines.filter((line) => /^DTSTAMP:\d{8}T\d{6}Z$/.test(line))).toHaveLength(1);
  });

  test('keeps a cancelled session under its name, with the raised sequence', () => {
    const before = linesOf(entry());
    const after = linesOf(entry({ cancelled: true, sequence: 1 }));
    const uid = (lines: string[]) => lines.find((line) => line.startsWith('UID:'));
    expect(uid(after)).toBe(uid(before));
    expect(before).toEqual(expect.arrayContaining(['SEQUENCE:0', 'STATUS:CONFIRMED']));
    expect(after).toEqual(expect.arrayContaining(['SEQUENCE:1', 'STATUS:CANCELLED']));
  });

  test('what a session says cannot break out of its line', () => {
    const lines = linesOf(entry({ description: 'A\nEND:VEVENT\r\nBEGIN:VALARM' }));
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines).not.toContain('BEGIN:VALARM');
    expect(lines).toContain('SUMMARY:Nhận ra\\; cuộc gọi\\, giả danh');
  });

  test('an empty calendar is one', () => {
    expect(linesOf()).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'END:VCALENDAR']));
  });
});
