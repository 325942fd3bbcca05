import { afterEach, describe, expect, test } from 'vitest';
import { calendarText, type Entry } from './calendar';

const entry = (over: Partial<Entry> = {}): Entry => ({
  id: '01970000-0000-7000-8000-000000000001',
  sequence: 0,
  cancelled: false,
  startsAt: new Date('2026-12-05T16:30:00Z'),
  endsAt: new Date('2026-12-05T17:30:00Z'),
  changedAt: new Date('2026-11-01T02:03:04Z'),
  title: 'Nhận ra; cuộc gọi, giả danh',
  place: 'Nhà văn hóa khu phố 5, phường Long Hưng',
  description: 'Mang theo điện thoại đã sạc đầy pin và căn cước công dân.\nCó người ngồi cạnh, chỉ từng bước.',
  url: 'https://portal.invalid/tap-huan/nhan-ra-cuoc-goi-gia-danh-long-hung-2026-12-05-23h30',
  ...over,
});

type Property = { parameters: string; value: string };

/** A strict reader of RFC 5545: it takes no line that the rules do not allow, and gives each event's properties by name. */
function read(text: string): { head: Map<string, Property>; events: Map<string, Property>[] } {
  expect(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.split('\r\n').filter(Boolean);
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const unfolded = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  const head = new Map<string, Property>();
  const events: Map<string, Property>[] = [];
  let open: string[] = [];
  for (const line of unfolded) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z0-9-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:,"]*))*):(.*)$/.exec(line) ?? [];
    expect(name, `a property: ${line}`).not.toBe('');
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') {
      expect(open.at(-1)).toBe(value);
      open = open.slice(0, -1);
    } else {
      // properties of the calendar come before its events
      if (open.length === 1) expect(events, line).toHaveLength(0);
      const into = open.at(-1) === 'VEVENT' ? events.at(-1) : head;
      expect(into?.has(name), `${name} twice`).toBe(false);
      into?.set(name, { parameters, value });
    }
  }
  expect(open).toEqual([]);
  return { head, events };
}

const eventOf = (over: Partial<Entry> = {}) =>
  read(calendarText('Tập huấn', 'vi', [entry(over)])).events[0] ?? new Map();
const said = (over: Partial<Entry>, name: string) => eventOf(over).get(name)?.value;
const EDGES = [
  ['23:30 to 00:30', '2026-12-05T16:30:00Z', '2026-12-05T17:30:00Z', '20261205T163000Z', '20261205T173000Z'],
  ['from 00:00', '2026-12-04T17:00:00Z', '2026-12-04T18:30:00Z', '20261204T170000Z', '20261204T183000Z'],
  // An hour that New York leaves out in March: no clock but that of Viet Nam may matter.
  ['02:30 in March', '2026-03-07T19:30:00Z', '2026-03-07T20:30:00Z', '20260307T193000Z', '20260307T203000Z'],
] as const;
const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test('what was made up says so behind what it is, also where nothing is said of it', () => {
  const mark = 'Dữ liệu minh họa';
  expect(said({ description: 'Mang điện thoại', mark }, 'DESCRIPTION')).toBe('Mang điện thoại (Dữ liệu minh họa)');
  expect(said({ description: '', mark }, 'DESCRIPTION')).toBe('(Dữ liệu minh họa)');
  expect(said({ description: 'Mang điện thoại', mark: null }, 'DESCRIPTION')).toBe('Mang điện thoại');
});

describe('a calendar', () => {
  for (const zone of ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'])
    test(`gives the same instants and whole days on a server in ${zone}`, () => {
      process.env.TZ = zone;
      for (const [name, from, to, start, end] of EDGES) {
        const event = eventOf({ startsAt: new Date(from), endsAt: new Date(to) });
        expect(event.get('DTSTART'), name).toEqual({ parameters: '', value: start });
        expect(event.get('DTEND'), name).toEqual({ parameters: '', value: end });
      }
      const fair = {
        allDay: true,
        startsAt: new Date('2026-12-11T17:00:00Z'),
        endsAt: new Date('2026-12-13T17:00:00Z'),
      };
      expect(eventOf(fair).get('DTSTART')).toEqual({ parameters: ';VALUE=DATE', value: '20261212' });
      // two days, 12 and 13 December: the end is the first day after
      expect(eventOf(fair).get('DTEND')).toEqual({ parameters: ';VALUE=DATE', value: '20261214' });
    });

  test('says when to ask again, in which zone it is shown, and stays the same text for the same sessions', () => {
    const text = calendarText('Tập huấn Phụ nữ số, nhận ra cuộc gọi giả danh, phường Long Hưng', 'vi', [entry()]);
    const { head } = read(text);
    expect(head.get('REFRESH-INTERVAL')).toEqual({ parameters: ';VALUE=DURATION', value: 'PT6H' });
    expect(head.get('X-WR-TIMEZONE')?.value).toBe('Asia/Ho_Chi_Minh');
    expect(calendarText('Tập huấn Phụ nữ số, nhận ra cuộc gọi giả danh, phường Long Hưng', 'vi', [entry()])).toBe(text);
    expect(said({}, 'DTSTAMP')).toBe('20261101T020304Z');
    expect(said({}, 'LAST-MODIFIED')).toBe('20261101T020304Z');
  });

  test('keeps a moved or cancelled session under its name, with the raised sequence', () => {
    const uid = said({}, 'UID');
    expect(uid).toBe('01970000-0000-7000-8000-000000000001@phu-nu-so-dong-nai');
    const moved = { sequence: 1, startsAt: new Date('2026-12-06T01:00:00Z'), endsAt: new Date('2026-12-06T02:00:00Z') };
    expect([said(moved, 'UID'), said(moved, 'SEQUENCE')]).toEqual([uid, '1']);
    const gone = { sequence: 2, cancelled: true };
    expect([said(gone, 'UID'), said(gone, 'SEQUENCE'), said(gone, 'STATUS')]).toEqual([uid, '2', 'CANCELLED']);
    expect(said({}, 'STATUS')).toBe('CONFIRMED');
    expect(said({ tentative: true }, 'STATUS')).toBe('TENTATIVE');
  });

  test('what a session says cannot break out of its line', () => {
    const text = calendarText('Tập huấn', 'vi', [entry({ description: 'A\nEND:VEVENT\r\nBEGIN:VALARM' })]);
    expect(read(text).events).toHaveLength(1);
    expect(said({}, 'SUMMARY')).toBe('Nhận ra\\; cuộc gọi\\, giả danh');
  });

  test('an empty one is one', () => {
    expect(read(calendarText('Tập huấn', 'vi', [])).events).toEqual([]);
  });
});
