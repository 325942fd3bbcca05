import 'fake-indexeddb/auto';
import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Phone, type Stop, Stopped } from '@/domain/phone/phone';
import type { Portal } from '@/domain/phone/phone-courier';
import { dismiss, type PhoneMemory } from '@/domain/phone/phone-memory';
import type { Delivered, Delivery } from './delivery';
import { Hall } from './hall';
import { openStore } from './phone/phone-store';
import { rollOf } from './roster/roll';
import type { Roster, RosterPerson } from './roster/roster';

const sessionId = randomUUID();
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
  id: sessionId,
  title: 'Lớp',
  place: 'Nhà văn hóa',
  startsAt: 1,
  endsAt: Date.now(),
  own: true,
  demo: false,
  people: [person('a', 'Nguyễn Thị Hoa', 'Tổ 2'), person('b', 'Đặng Thị Kim', 'Tổ 10'), person('c', 'Lê Thị Ánh')],
  units: [{ id: 'to', name: 'Tổ 2' }],
};
const phone: Phone = {
  accountId: 'mai',
  deviceId: randomUUID(),
  key: randomBytes(32).toString('base64'),
  locale: 'vi',
  now: 0,
};

/** A portal with a register of its own, that can be out of reach. */
class TestPortal {
  stop: Stop | null = null;
  refused = false;
  readonly got: Delivery[] = [];
  readonly ask: Portal = async (path, body) => {
    if (this.stop) throw new Stopped(this.stop);
    if (path === 'phone') return phone as never;
    if (path === 'sessions') return [roster] as never;
    if (path === 'rosters') return [roster] as never;
    const delivery = body as Delivery;
    if (this.refused) throw new Stopped('refused');
    this.got.push(delivery);
    const safe = delivery.taps.map(({ sequence }) => sequence);
    const lines = delivery.taps.map(({ enrolmentId: id, mark }) => ({ id, mark: mark as 'late', conflict: false }));
    return { now: 0, safe, held: [], unknown: [], lines } satisfies Delivered as never;
  };
}

let store: PhoneMemory;
let portal: TestPortal;
let left: number;
const open = async () => {
  const hall = new Hall(store, portal.ask, { onLeft: () => left++ });
  await hall.connect();
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

  test('when the phone takes no more, a tap is said not to be recorded, and what was there is still sent', async () => {
    const hall = await open();
    await hall.take([sessionId]);
    portal.stop = 'offline';
    expect(await hall.say(sessionId, 'a', 'present')).toBe(true);
    await settled(hall);
    const takesMore = store.transaction.bind(store);
    store.transaction = ((tables: string[], mode: IDBTransactionMode) => {
      if (mode === 'readwrite' && tables.includes('phones')) throw new DOMException('full', 'QuotaExceededError');
      return takesMore(tables as never, mode as 'readwrite');
    }) as never;
    expect(await hall.say(sessionId, 'b', 'present')).toBe(false);
    expect(hall.snapshot()).toMatchObject({ full: true, taps: [{ enrolmentId: 'a' }] });
    portal.stop = null;
    await hall.connect();
    expect(hall.snapshot()).toMatchObject({ stop: null, taps: [] });
    store.transaction = takesMore;
    expect(await hall.say(sessionId, 'b', 'present')).toBe(true);
    expect(hall.snapshot().full).toBe(false);
  });

  test('where the browser lets nothing be kept, it says so instead of opening', async () => {
    store.close();
    expect((await open()).snapshot()).toMatchObject({ phase: 'broken' });
  });

  test('an error while sending does not stop it from sending again', async () => {
    let errors = 1;
    const hall = new Hall(store, async (path, body) => {
      if (path === 'deliveries' && errors-- > 0) throw new TypeError('unforeseen');
      return portal.ask(path, body);
    });
    await hall.connect();
    await hall.say(sessionId, 'a', 'present');
    await settled(hall);
    expect(hall.snapshot().taps).toHaveLength(1);
    await hall.connect();
    expect(hall.snapshot().taps).toEqual([]);
  });

  test('what somebody else left on the phone is counted, before and after another signs in', async () => {
    const hall = await open();
    await hall.take([sessionId]);
    portal.stop = 'offline';
    for (const id of ['a', 'b']) await hall.say(sessionId, id, 'present');
    await settled(hall);
    await dismiss(store);
    portal.stop = 'signed-out';
    expect((await open()).snapshot()).toMatchObject({ phase: 'closed', sealed: 2, taps: [] });
    const other = { ...phone, accountId: 'lan', deviceId: randomUUID(), key: randomBytes(32).toString('base64') };
    const theirs = new Hall(store, (async (path: string) => (path === 'phone' ? other : [])) as unknown as Portal);
    await theirs.connect();
    expect(theirs.snapshot()).toMatchObject({ phase: 'open', sealed: 2, taps: [] });
  });

  test('between times it sends what waits and asks for the open list alone', async () => {
    const asked: string[] = [];
    const { ask } = portal;
    const hall = new Hall(store, (path, body) => {
      asked.push(path);
      return ask(path, body);
    });
    await hall.connect();
    await hall.take([sessionId]);
    asked.length = 0;
    await hall.renew('');
    expect(asked).toEqual([]);
    await hall.renew(sessionId);
    expect(asked).toEqual(['rosters']);
    portal.stop = 'offline';
    await hall.say(sessionId, 'a', 'present');
    await settled(hall);
    portal.stop = null;
    await hall.renew(sessionId);
    expect(hall.snapshot()).toMatchObject({ stop: null, taps: [] });
  });

  test('marks that the portal refuses stay said to be refused, however often it is asked', async () => {
    const hall = await open();
    await hall.take([sessionId]);
    portal.refused = true;
    await hall.say(sessionId, 'a', 'present');
    await settled(hall);
    await hall.connect();
    expect(hall.snapshot()).toMatchObject({ stop: 'refused', taps: [{ enrolmentId: 'a' }] });
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
