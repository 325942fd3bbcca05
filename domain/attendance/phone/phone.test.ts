import 'fake-indexeddb/auto';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Phone, Stopped } from '@/domain/phone/phone';
import { arrive, type Portal } from '@/domain/phone/phone-courier';
import {
  admit,
  countWaiting,
  dismiss,
  type Holder,
  holderOf,
  note,
  type PhoneMemory,
  waiting as waitingOf,
} from '@/domain/phone/phone-memory';
import type { Delivered, Delivery } from '../delivery';
import type { Roster } from '../roster/roster';
import { fetchRosters, portal, send, sendUnseen } from './phone-courier';
import { type Noted, openStore, readRosters } from './phone-store';

const phoneOf = (accountId: string): Phone => ({
  accountId,
  deviceId: randomUUID(),
  key: randomBytes(32).toString('base64'),
  locale: 'vi',
  now: 0,
});
const sessionId = randomUUID();
const tapOn = (enrolmentId: string, mark: 'present' | 'absent' = 'present') => {
  return { sessionId, enrolmentId, mark, markedAt: 1 };
};
const rosterOf = (over: Partial<Roster> = {}): Roster => ({
  id: sessionId,
  title: 'Lớp',
  place: 'Nhà văn hóa',
  startsAt: 1,
  endsAt: Date.now(),
  own: true,
  demo: false,
  people: ['a', 'b'].map((id, at) => ({
    id,
    no: at + 1,
    name: 'Nguyễn Thị Hoa',
    group: null,
    need: null,
    ticket: null,
    seated: true,
    mark: null,
    conflict: false,
  })),
  units: [],
  ...over,
});

/** A portal that keeps what it gets, in order. `lose`: how many answers get lost; `places`: whether it knows the woman. */
function portalThat({
  lose = 0,
  refuses = (_: Delivery): boolean => false,
  places = (_: string): boolean => true,
} = {}) {
  const got: Delivery[] = [];
  const ask: Portal = async (path, body) => {
    if (path !== 'deliveries') throw new Stopped('offline');
    const delivery = body as Delivery;
    if (refuses(delivery)) throw new Stopped('refused');
    got.push(delivery);
    if (lose-- > 0) throw new Stopped('offline');
    const numbers = (known: boolean) =>
      delivery.taps.filter(({ enrolmentId }) => places(enrolmentId) === known).map(({ sequence }) => sequence);
    const lines = delivery.taps.map(({ enrolmentId: id }) => ({ id, mark: 'present' as const, conflict: false }));
    return { now: 0, safe: numbers(true), held: [], unknown: numbers(false), lines } satisfies Delivered as never;
  };
  return { ask, got, sequences: () => got.map(({ taps }) => taps.map(({ sequence }) => sequence)) };
}
const silent: Portal = async () => {
  throw new Stopped('offline');
};

let name: string;
let store: PhoneMemory;
const waiting = (of: PhoneMemory, holder: Holder) => waitingOf<Noted>(of, holder);
let phone: Phone;
let holder: Holder;
beforeEach(async () => {
  name = randomUUID();
  store = await openStore(name);
  phone = phoneOf('mai');
  holder = await admit(store, phone);
});

describe('what waits on the phone', () => {
  test('keeps its order and its numbers when the browser is closed and opened again', async () => {
    for (const id of ['a', 'b']) await note(store, holder, tapOn(id));
    store.close();
    const reopened = await openStore(name);
    const again = (await holderOf(reopened)) as Holder;
    expect(await note(reopened, again, tapOn('c'))).toBe(3);
    expect((await waiting(reopened, again)).map(({ sequence, enrolmentId }) => [sequence, enrolmentId])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  test('taps made at the same moment each get a number of their own', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, at) => note(store, holder, tapOn(String(at)))));
    expect(new Set(numbers).size).toBe(20);
    expect(await countWaiting(store)).toBe(20);
  });

  test('is sent again when the answer was lost, in the same order with the same numbers, and then forgotten', async () => {
    for (const id of ['a', 'b', 'c']) await note(store, holder, tapOn(id));
    const { ask, sequences } = portalThat({ lose: 1 });
    expect(await send(store, holder, ask)).toMatchObject({ sent: 0, stop: 'offline' });
    expect(await countWaiting(store)).toBe(3);
    expect(await send(store, holder, ask)).toMatchObject({ sent: 3, stop: null });
    expect(sequences()).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(await countWaiting(store)).toBe(0);
    expect(await note(store, holder, tapOn('d'))).toBe(4);
  });

  test('a tap made while a delivery is on its way is not forgotten with it', async () => {
    await note(store, holder, tapOn('a'));
    const { ask } = portalThat();
    const slow: Portal = async (path, body) => {
      await note(store, holder, tapOn('a', 'absent'));
      return ask(path, body);
    };
    await send(store, holder, slow);
    expect((await waiting(store, holder)).map(({ sequence, mark }) => [sequence, mark])).toEqual([[2, 'absent']]);
  });

  test('goes in deliveries of a hundred, and one that is not understood holds up no other', async () => {
    for (let at = 1; at <= 250; at++) await note(store, holder, tapOn(String(at)));
    const { ask, sequences } = portalThat({ refuses: ({ taps }) => taps[0]?.sequence === 101 });
    expect(await send(store, holder, ask)).toMatchObject({ sent: 150, stop: 'refused' });
    expect(sequences().map((delivery) => delivery.length)).toEqual([100, 50]);
    expect(await countWaiting(store)).toBe(100);
  });

  test('what the portal cannot place stays on the phone and is said, and the rest is sent', async () => {
    for (const id of ['a', 'b', 'c']) await note(store, holder, tapOn(id));
    const { ask } = portalThat({ places: (id) => id !== 'b' });
    expect(await send(store, holder, ask)).toMatchObject({ sent: 2, stop: 'refused' });
    expect((await waiting(store, holder)).map(({ enrolmentId }) => enrolmentId)).toEqual(['b']);
  });

  test('sent unseen without signal asks the browser to try again', async () => {
    await note(store, holder, tapOn('a'));
    await expect(sendUnseen(store, silent)).rejects.toThrow('offline');
    await sendUnseen(store, portalThat().ask);
    expect(await countWaiting(store)).toBe(0);
  });
});

describe('signing out', () => {
  test('leaves what was not sent sealed: no name, no woman, no mark can be read, and lists and key are gone', async () => {
    const walkIn = { name: 'Lê Thị Ghé', phone: '+84912345678' };
    await note(store, holder, { ...tapOn('a'), walkIn });
    await fetchRosters(store, holder, (async () => [rosterOf()]) as unknown as Portal, [sessionId]);
    await dismiss(store);
    const left = await Promise.all(
      ['holder', 'phones', 'queue', 'rosters'].map((table) => store.getAll(table as 'queue')),
    );
    expect(left.map((rows) => rows.length)).toEqual([0, 1, 1, 0]);
    const bytes = Buffer.from(left[2]?.[0]?.sealed.text ?? new ArrayBuffer(0)).toString('latin1');
    for (const word of ['Ghé', '84912345678', 'present', sessionId]) expect(bytes).not.toContain(word);
    expect(left[2]?.[0]?.sealed.text.byteLength).toBeGreaterThan(100);
  });

  test('another account on the phone reads and sends nothing of hers; back again she sends it herself', async () => {
    await note(store, holder, tapOn('a'));
    await dismiss(store);
    const other = await admit(store, phoneOf('lan'));
    const { ask, got } = portalThat();
    expect(await waiting(store, other)).toEqual([]);
    expect(await waiting(store, { ...other, deviceId: holder.deviceId }).catch(() => 'sealed')).toBe('sealed');
    await send(store, other, ask);
    expect(got).toEqual([]);
    await dismiss(store);
    const asked: unknown[] = [];
    const back = await arrive(store, (async (_path: string, body: unknown) => {
      asked.push(body);
      return phone;
    }) as unknown as Portal);
    expect(asked).toEqual([{ known: expect.arrayContaining([phone.deviceId, other.deviceId]) }]);
    expect(await send(store, back, ask)).toMatchObject({ sent: 1 });
  });

  test('whoever signs in after her without her signing out finds no list of hers either', async () => {
    await fetchRosters(store, holder, (async () => [rosterOf()]) as unknown as Portal, [sessionId]);
    const other = await admit(store, phoneOf('lan'));
    expect(await readRosters(store, other, Date.now())).toEqual([]);
  });
});

describe('lists on the phone', () => {
  const fetched = (roster: Roster) =>
    fetchRosters(store, holder, (async () => [roster]) as unknown as Portal, [sessionId]);

  test('are removed three days after the session', async () => {
    const ended = Date.now();
    await fetched(rosterOf({ endsAt: ended }));
    expect(await readRosters(store, holder, ended + 2 * 86_400_000)).toHaveLength(1);
    expect(await readRosters(store, holder, ended + 4 * 86_400_000)).toEqual([]);
    expect(await readRosters(store, holder, ended)).toEqual([]);
  });

  test('learn from the answer how she stands, so that nothing is lost between sending and forgetting', async () => {
    await fetched(rosterOf());
    await note(store, holder, tapOn('b'));
    await send(store, holder, portalThat().ask);
    const [roster] = await readRosters(store, holder, Date.now());
    expect(roster?.people.map(({ mark }) => mark)).toEqual([null, 'present']);
  });
});

describe('the way to the portal', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answering = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', async () => answer());
  const broken = () =>
    new Response(
      new ReadableStream({
        pull(stream) {
          stream.enqueue(new TextEncoder().encode('{"now":'));
          stream.error(new TypeError('network error'));
        },
      }),
    );

  test.each([
    ['no network', () => Promise.reject(new TypeError('failed')), 'offline'],
    ['an answer that breaks off', broken, 'offline'],
    ['the page of a hotel instead of an answer', () => new Response('<html>'), 'offline'],
    ['a portal that restarts', () => new Response('', { status: 503 }), 'offline'],
    ['too many questions', () => new Response('', { status: 429 }), 'offline'],
    ['a sign-in that has ended', () => new Response('', { status: 401 }), 'signed-out'],
    ['what is not hers', () => new Response('', { status: 404 }), 'refused'],
  ])('%s is known as such, and is never an error of another kind', async (_what, answer, stop) => {
    answering(answer);
    const error = await portal('deliveries', {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Stopped);
    expect((error as Stopped).stop).toBe(stop);
  });
});
