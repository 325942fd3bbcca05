import 'fake-indexeddb/auto';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Phone, Stopped } from '@/domain/phone/phone';
import type { Portal } from '@/domain/phone/phone-courier';
import { countWaiting, dismiss, type PhoneMemory } from '@/domain/phone/phone-memory';
import { joinTabs, type Tabs, tellTabs } from '@/domain/phone/phone-tabs';
import type { Delivered, Delivery } from '../delivery';
import { Hall } from '../hall';
import { rollOf } from '../roster/roll';
import type { Roster } from '../roster/roster';
import { APP, openStore } from './phone-store';

const sessionId = randomUUID();
const rosterOf = (...ids: string[]): Roster => ({
  id: sessionId,
  title: 'Lớp',
  place: 'Nhà văn hóa',
  startsAt: 1,
  endsAt: Date.now(),
  own: true,
  demo: false,
  people: ids.map((id, at) => ({
    id,
    no: at + 1,
    name: `Chị ${id}`,
    group: null,
    need: null,
    ticket: null,
    seated: true,
    mark: null,
    conflict: false,
  })),
  units: [],
});
const phoneOf = (accountId: string): Phone => ({
  accountId,
  deviceId: randomUUID(),
  key: randomBytes(32).toString('base64'),
  locale: 'vi',
  now: 0,
});

/** A portal with a register: what has arrived stands in the lists that it hands out from then on. */
function portalWith(who: () => Phone, ...women: string[]) {
  const state = { signal: true, roster: rosterOf(...women), deliveries: [] as Delivery[] };
  const ask: Portal = async (path, body) => {
    if (!state.signal) throw new Stopped('offline');
    if (path === 'phone') return who() as never;
    if (path !== 'deliveries') return [state.roster] as never;
    const { taps } = body as Delivery;
    state.deliveries.push(body as Delivery);
    const said = new Map(taps.map(({ enrolmentId, mark }) => [enrolmentId, mark as 'late']));
    const people = state.roster.people.map((each) => ({ ...each, mark: said.get(each.id) ?? each.mark }));
    state.roster = { ...state.roster, people };
    const lines = people.filter(({ id }) => said.has(id)).map(({ id, mark }) => ({ id, mark, conflict: false }));
    const safe = taps.map(({ sequence }) => sequence);
    return { now: 0, safe, held: [], unknown: [], lines } satisfies Delivered as never;
  };
  return { ask, state };
}

let store: PhoneMemory;
let open: Tabs[];
beforeEach(async () => {
  store = await openStore(randomUUID());
  open = [];
});
afterEach(() => {
  for (const tabs of open) tabs.leave();
});

/** The app in a tab of its own, as the browser joins it to the others. */
async function tabWith(ask: Portal): Promise<Hall> {
  const hall: Hall = new Hall(store, ask, { onChange: () => tabs.tell() });
  const tabs = joinTabs(APP, () => void hall.remember());
  open.push(tabs);
  await hall.connect();
  return hall;
}
const marksIn = (hall: Hall) => {
  const { rosters, taps } = hall.snapshot();
  return Object.fromEntries(rosters.flatMap((roster) => rollOf(roster, taps).map(({ id, mark }) => [id, mark])));
};

describe('two tabs of one phone', () => {
  test('show the same, count as one, and give the portal each tap in one order', async () => {
    const mai = phoneOf('mai');
    const { ask, state } = portalWith(() => mai, 'a', 'b');
    const [one, two] = [await tabWith(ask), await tabWith(ask)];
    await one.take([sessionId]);
    await vi.waitFor(() => expect(marksIn(two)).toEqual({ a: null, b: null }));
    state.signal = false;
    await Promise.all([one.say(sessionId, 'a', 'present'), two.say(sessionId, 'b', 'late')]);
    for (const hall of [one, two]) {
      await vi.waitFor(() => expect(hall.snapshot().taps.map(({ sequence }) => sequence)).toEqual([1, 2]));
      expect(marksIn(hall)).toEqual({ a: 'present', b: 'late' });
    }
    state.signal = true;
    await Promise.all([one.connect(), two.connect()]);
    expect(await countWaiting(store)).toBe(0);
    for (const hall of [one, two])
      await vi.waitFor(() => {
        expect(hall.snapshot().taps).toEqual([]);
        expect(marksIn(hall)).toEqual({ a: 'present', b: 'late' });
      });
  });

  test('are both closed by signing out in one: no list is left in sight, and nothing more is noted in her name', async () => {
    const { ask, state } = portalWith(() => mai, 'a');
    const mai = phoneOf('mai');
    const told = await tabWith(ask);
    const deaf = new Hall(store, ask);
    await deaf.connect();
    for (const hall of [told, deaf]) await hall.take([sessionId]);
    state.signal = false;
    await told.say(sessionId, 'a', 'present');
    await dismiss(store);
    tellTabs(APP);
    await vi.waitFor(() =>
      expect(told.snapshot()).toMatchObject({ phase: 'closed', rosters: [], taps: [], sealed: 1 }),
    );
    expect(await deaf.say(sessionId, 'a', 'absent')).toBe(false);
    expect(deaf.snapshot()).toMatchObject({ phase: 'closed', rosters: [], taps: [], sealed: 1, full: false });
  });

  test('one of which is still open to her who was here before take nothing from the next one in her name', async () => {
    let who = phoneOf('mai');
    const { ask, state } = portalWith(() => who, 'a');
    const hall = await tabWith(ask);
    await hall.take([sessionId]);
    who = phoneOf('lan');
    await new Hall(store, ask).connect();
    state.signal = false;
    expect(await hall.say(sessionId, 'a', 'present')).toBe(false);
    expect(hall.snapshot()).toMatchObject({ phase: 'open', rosters: [], taps: [], sealed: 0 });
    expect(await countWaiting(store)).toBe(0);
  });
});

describe('a list that is fetched while marks are made', () => {
  test('and set out before one of them has arrived does not bring back how the woman stood', async () => {
    const mai = phoneOf('mai');
    const { ask, state } = portalWith(() => mai, 'a');
    let slow: Promise<void> | undefined;
    const hall = await tabWith(async (path, body) => {
      const answer = await ask(path, body);
      if (path === 'rosters') await slow;
      return answer as never;
    });
    await hall.take([sessionId]);
    let arrives = () => {};
    slow = new Promise((resolve) => {
      arrives = resolve;
    });
    const fetching = hall.take([sessionId]);
    await hall.say(sessionId, 'a', 'absent');
    await vi.waitFor(() => expect(hall.snapshot().taps).toEqual([]));
    state.signal = false; // it cannot be asked again either
    arrives();
    await fetching;
    expect(marksIn(hall)).toEqual({ a: 'absent' });
  });

  test('brings in who was enrolled meanwhile and leaves what waits as it was said', async () => {
    const mai = phoneOf('mai');
    const { ask, state } = portalWith(() => mai, 'a');
    const hall = await tabWith((path, body) => {
      if (path === 'deliveries') throw new Stopped('offline');
      return ask(path, body);
    });
    await hall.take([sessionId]);
    await hall.say(sessionId, 'a', 'late');
    state.roster = rosterOf('a', 'b');
    await hall.take([sessionId]);
    expect(marksIn(hall)).toEqual({ a: 'late', b: null });
    expect(hall.snapshot().taps).toHaveLength(1);
  });

  test('shows that two phones differ until the portal has what this one says now', async () => {
    const [roster] = [rosterOf('a')];
    const differing = { ...roster, people: roster.people.map((each) => ({ ...each, conflict: true })) };
    const tap = { sequence: 1, sessionId, enrolmentId: 'a', markedAt: 1, mark: 'present' as const };
    expect(rollOf(differing, [tap])).toMatchObject([{ mark: 'present', conflict: true, waits: true }]);
  });
});
