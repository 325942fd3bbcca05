import 'fake-indexeddb/auto';
import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Delivered, Delivery, Phone } from './delivery';
import { Hall } from './hall';
import { type Portal, type Stop, Stopped } from './phone-courier';
import { openStore, type PhoneStore } from './phone-store';
import { byGroup, matches, rollOf, secretOf, ticketHash } from './roll';
import type { Roster, RosterPerson } from './roster';

const sessionId = randomUUID();
const person = (id: string, name: string, group: string | null = null): RosterPerson => ({
  ...{ id, no: 1, name, group, need: null, ticket: null, seated: true, mark: null, conflict: false },
});
const roster: Roster = {
  ...{ id: sessionId, title: 'Lớp', place: 'Nhà văn hóa', startsAt: 1, endsAt: Date.now(), own: true, demo: false },
  people: [person('a', 'Nguyễn Thị Hoa', 'Tổ 2'), person('b', 'Đặng Thị Kim', 'Tổ 10'), person('c', 'Lê Thị Ánh')],
  units: [{ id: 'to', name: 'Tổ 2' }],
};
const phone: Phone = {
  ...{ accountId: 'mai', deviceId: randomUUID(), key: randomBytes(32).toString('base64'), locale: 'vi', now: 0 },
};

/** A portal with a register of its own, that can be out of reach. */
class TestPortal {
  stop: Stop | null = null;
  readonly got: Delivery[] = [];
  readonly ask: Portal = async (path, body) => {
    if (this.stop) throw new Stopped(this.stop);
    if (path === 'phone') return phone as never;
    if (path === 'sessions') return [roster] as never;
    if (path === 'rosters') return [roster] as never;
    const letter = body as Delivery;
    this.got.push(letter);
    const safe = letter.taps.map(({ sequence }) => sequence);
    const lines = letter.taps.map(({ enrolmentId: id, mark }) => ({ id, mark: mark as 'late', conflict: false }));
    return { now: 0, safe, held: [], unknown: [], lines } satisfies Delivered as never;
  };
}

let store: PhoneStore;
let portal: TestPortal;
let left: number;
const open = async () => {
  const hall = new Hall(store, portal.ask, () => left++);
  await hall.open();
  return hall;
};
const settled = async (hall: Hall) => {
  while (hall.snapshot().sending) await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(async () => {
  store = await openStore(randomUUID());
  portal = new TestPortal();
  left = 0;
});

describe('the app in the hall', () => {
  test('marks without signal stand at once, wait, and are sent in order when there is signal again', async () => {
    const hall = await open();
    await hall.take([sessionId]);
    portal.stop = 'offline';
    await hall.say(sessionId, 'a', 'present');
    await hall.say(sessionId, 'a', 'late');
    await settled(hall);
    expect(hall.snapshot()).toMatchObject({ stop: 'offline', taps: [{ sequence: 1 }, { sequence: 2 }] });
    expect(left).toBeGreaterThan(0);
    expect(rollOf(roster, hall.snapshot().taps).find(({ id }) => id === 'a')).toMatchObject({
      mark: 'late',
      waits: true,
    });
    portal.stop = null;
    await hall.connect();
    expect(hall.snapshot()).toMatchObject({ stop: null, taps: [] });
    expect(portal.got.flatMap(({ taps }) => taps.map(({ sequence, mark }) => [sequence, mark]))).toEqual([
      [1, 'present'],
      [2, 'late'],
    ]);
  });

  test('opened again without a network it shows the lists and what waits, and takes more', async () => {
    const before = await open();
    await before.take([sessionId]);
    portal.stop = 'offline';
    await before.say(sessionId, 'b', 'absent');
    await settled(before);
    const hall = await open();
    expect(hall.snapshot()).toMatchObject({
      phase: 'open',
      stop: 'offline',
      rosters: [{ id: sessionId }],
      taps: [{ mark: 'absent' }],
    });
    await hall.say(sessionId, 'c', 'present', undefined);
    await settled(hall);
    expect(hall.snapshot().taps).toHaveLength(2);
  });

  test('a phone on which nobody signed in opens closed, and an account that may not is told so', async () => {
    portal.stop = 'signed-out';
    expect((await open()).snapshot()).toMatchObject({ phase: 'closed', stop: 'signed-out' });
    portal.stop = 'refused';
    expect((await open()).snapshot()).toMatchObject({ phase: 'closed', stop: 'refused' });
  });

  test('a session that has ended her sign-in keeps everything until she is back', async () => {
    const hall = await open();
    await hall.take([sessionId]);
    portal.stop = 'signed-out';
    await hall.say(sessionId, 'a', 'present');
    await settled(hall);
    expect(hall.snapshot()).toMatchObject({ phase: 'open', stop: 'signed-out', taps: [{ enrolmentId: 'a' }] });
  });

  test('a woman at the door is on the list at once and stays there after her mark was sent', async () => {
    const hall = await open();
    await hall.take([sessionId]);
    await hall.say(sessionId, 'new', 'present', { name: 'Võ Thị Út', unitId: 'to' });
    await settled(hall);
    const [kept] = hall.snapshot().rosters;
    expect(hall.snapshot().taps).toEqual([]);
    expect(kept?.people.at(-1)).toMatchObject({ id: 'new', name: 'Võ Thị Út', group: 'Tổ 2', mark: 'present' });
  });
});

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
});
