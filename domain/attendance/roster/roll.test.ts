import { describe, expect, test } from 'vitest';
import { byGroup, matches, readTicket, rollOf, secretOf, ticketHash } from './roll';
import type { Roster, RosterPerson } from './roster';

const person = (id: string, name: string, group: string | null = null): RosterPerson => ({
  id,
  no: 1,
  name,
  group,
  need: null,
  ticket: null,
  seated: true,
  mark: null,
  conflict: false,
});
const roster: Roster = {
  id: 'session',
  title: 'Lớp',
  place: 'Nhà văn hóa',
  startsAt: 1,
  endsAt: 2,
  own: true,
  demo: false,
  people: [person('a', 'Nguyễn Thị Hoa', 'Tổ 2'), person('b', 'Đặng Thị Kim', 'Tổ 10'), person('c', 'Lê Thị Ánh')],
  units: [],
};

describe('the list in the hall', () => {
  test('stands by group in number order, those of none last, and by given name within', () => {
    expect(byGroup(rollOf(roster, [])).map(({ name, lines }) => [name, lines[0]?.name])).toEqual([
      ['Tổ 2', 'Nguyễn Thị Hoa'],
      ['Tổ 10', 'Đặng Thị Kim'],
      [null, 'Lê Thị Ánh'],
    ]);
  });

  test.each([
    ['dang kim', true],
    ['Kim', true],
    ['đặng', true],
    ['', true],
    ['im', false],
    ['kim hoa', false],
  ])('"%s" finds Đặng Thị Kim: %s', (typed, found) => {
    expect(matches({ name: 'Đặng Thị Kim' }, typed)).toBe(found);
  });

  test('the secret of a ticket is the last part of its address, and known by its hash alone', async () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz';
    for (const code of [`https://a.vn/ve/${secret}`, `https://a.vn/en/ticket/${secret}?x=1`, secret])
      expect(secretOf(code)).toBe(secret);
    for (const code of ['', 'https://a.vn/ve/', 'https://a.vn/ve/ABC', `${secret}9`]) expect(secretOf(code)).toBeNull();
    expect(await ticketHash(secret)).toBe('71c480df93d6ae2f1efad1447c66c9525e316218cf51fc8d9ed832f2daf18b73');
  });

  test('a ticket is of one woman on the list, once; any other code is of none', async () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz';
    const lines = rollOf(
      {
        ...roster,
        people: [{ ...person('a', 'Nguyễn Thị Hoa'), ticket: await ticketHash(secret) }, person('b', 'Kim')],
      },
      [],
    );
    expect(await readTicket(`https://a.vn/ve/${secret}`, lines)).toMatchObject({ kind: 'found', line: { id: 'a' } });
    const present = lines.map((line) => ({ ...line, mark: 'present' as const }));
    expect(await readTicket(secret, present)).toMatchObject({ kind: 'again', line: { id: 'a' } });
    for (const code of ['https://a.vn/', `${secret.slice(1)}a`])
      expect(await readTicket(code, lines)).toEqual({ kind: 'unknown' });
  });
});
