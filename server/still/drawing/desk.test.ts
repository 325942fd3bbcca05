import { beforeEach, describe, expect, test } from 'vitest';
import { PageStore } from '../store/page-store';
import { Questions } from '../store/questions';
import { FORGET, MISSING } from '../tags';
import { Desk, type Wanted } from './desk';
import { drawnOf, good, held, wordsOf } from './desk-fixture';
import type { Drawn } from './draw';
import { Lane } from './lane';
import { NobodyDraws } from './nobody-draws';

let store: PageStore;
let questions: Questions;
let drawings: number;
let reports: string[];
/** The outcome of the next drawing, or the wait for it. */
let next: () => Drawn | Promise<Drawn>;
let desk: Desk;

const open = (lane = new Lane({ width: 6, share: 6, line: 100, patience: 1_000 })) =>
  new Desk({
    store,
    questions,
    lane,
    draw: async () => {
      drawings++;
      return next();
    },
    report: (what) => reports.push(what),
  });

beforeEach(() => {
  store = new PageStore({ room: 1_000_000 });
  questions = new Questions({ room: 1_000_000 });
  drawings = 0;
  reports = [];
  next = () => drawnOf({});
  desk = open();
});

describe('a page that everyone may get', () => {
  test('is drawn once, stilled, and kept', async () => {
    expect(wordsOf(await desk.ask('/vi/a', good('/vi/a')))).toBe('<h1>trang</h1>');
    expect(await desk.ask('/vi/a', good('/vi/a'))).toMatchObject({ kind: 'lasting', source: 'store' });
    expect(drawings).toBe(1);
  });

  test('is drawn once for all who ask at the same time', async () => {
    const { drawn, end } = held();
    next = () => drawn;
    const asked = [1, 2, 3].map(() => desk.ask('/vi/a', good('/vi/a')));
    end();
    await Promise.all(asked);
    expect(drawings).toBe(1);
  });

  test('is drawn again for who came after a change, though a drawing was under way', async () => {
    const old = held({ words: 'cũ' });
    next = () => old.drawn;
    const before = desk.ask('/vi/a', good('/vi/a'));
    await Promise.resolve();
    store.drop(['articles']);
    next = () => drawnOf({ words: 'mới' });
    const after = [1, 2].map(() => desk.ask('/vi/a', good('/vi/a')));
    old.end();
    expect(wordsOf(await before)).toContain('cũ');
    for (const answer of await Promise.all(after)) expect(wordsOf(answer)).toContain('mới');
    expect(drawings).toBe(2);
    expect(wordsOf(await desk.ask('/vi/a', good('/vi/a')))).toContain('mới');
  });

  test('may be a redirect, which is kept too', async () => {
    next = () => drawnOf({ status: 308, location: '/tin-tuc/moi' });
    await desk.ask('/vi/a', good('/vi/a'));
    const again = await desk.ask('/vi/a', good('/vi/a'));
    expect(again).toMatchObject({ source: 'store', reply: { status: 308, location: '/tin-tuc/moi' } });
  });
});

describe('what is not kept', () => {
  test('a missing page: answered with 404, and it takes the old page away; looked for anew after a change, one that never was each time', async () => {
    await desk.ask('/vi/a', good('/vi/a'));
    store.drop(['articles']);
    next = () => drawnOf({ tags: ['articles', MISSING] });
    expect(await desk.ask('/vi/a', good('/vi/a'))).toMatchObject({ kind: 'passing', reply: { status: 404 } });
    await desk.ask('/vi/a', good('/vi/a'));
    expect(drawings, 'nothing has changed since').toBe(2);
    store.drop(['units']);
    await desk.ask('/vi/a', good('/vi/a'));
    expect(drawings).toBe(3);
    expect(store.lastGood('/vi/a')).toBeUndefined();
    for (const _ of [1, 2]) await desk.ask('/vi/b', good('/vi/b'));
    expect(drawings).toBe(5);
  });

  test('a page that sets a cookie, or that Next would not keep', async () => {
    for (const making of [{ setsCookie: true }, { keepable: false }]) {
      next = () => drawnOf(making);
      expect(await desk.ask('/vi/a', good('/vi/a'))).toMatchObject({ kind: 'passing' });
    }
    expect(store.size).toBe(0);
    expect(reports).toHaveLength(2);
  });

  test('a page that depends on the query', async () => {
    const asked: Wanted = { path: '/vi/search/asked', keep: 'never', id: 'test', network: 'a' };
    await Promise.all([desk.ask('/vi/search/asked?q=a', asked), desk.ask('/vi/search/asked?q=b', asked)]);
    expect([drawings, store.size]).toEqual([2, 0]);
  });

  test('but the one page for unknown addresses is, with its status', async () => {
    next = () => drawnOf({ tags: [MISSING] });
    const missing: Wanted = { path: '/vi/missing', keep: 'fixed', id: 'test', network: 'a' };
    for (const _ of [1, 2, 3]) {
      expect(await desk.ask('/vi/missing', missing)).toMatchObject({ kind: 'passing', reply: { status: 404 } });
    }
    expect(drawings).toBe(1);
  });
});

describe('a question', () => {
  const asked = (path: string): Wanted => ({ path, keep: 'again', id: 'test', network: 'a' });

  test('that many ask at the same time is drawn once, and kept apart from the pages', async () => {
    const { drawn, end } = held({ keepable: false });
    next = () => drawn;
    const answers = [1, 2, 3].map(() => desk.ask('/vi/search/asked?q=a', asked('/vi/search/asked?q=a')));
    end();
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ kind: 'lasting' });
    expect([drawings, questions.size, store.size]).toEqual([1, 1, 0]);
  });

  test('is drawn again for who came after something was taken back, and what was drawn before is not kept', async () => {
    const old = held({ words: 'rút lại', keepable: false });
    next = () => old.drawn;
    const before = [1, 2].map(() => desk.ask('/a', asked('/a')));
    await Promise.resolve();
    questions.drop(['articles', FORGET]);
    next = () => drawnOf({ words: 'còn lại', keepable: false });
    const after = desk.ask('/a', asked('/a'));
    old.end();
    await Promise.all(before);
    expect(wordsOf(await after)).toContain('còn lại');
    expect(wordsOf(await desk.ask('/a', asked('/a')))).toContain('còn lại');
  });

  test('of which nothing is known, since the database is away, is answered as it was', async () => {
    next = () => drawnOf({ keepable: false });
    for (const _ of [1, 2]) await desk.ask('/a', asked('/a'));
    questions.drop(['articles']);
    next = () => drawnOf({ away: true });
    expect(await desk.ask('/a', asked('/a'))).toMatchObject({ kind: 'passing', source: 'last-good' });
    expect(await desk.ask('/b', asked('/b'))).toEqual({ kind: 'away' });
  });
});

describe('when a page cannot be drawn', () => {
  const fail = () => {
    throw new Error('no database');
  };

  test('its last good copy is sent, and it is drawn as soon as it can be', async () => {
    await desk.ask('/vi/a', good('/vi/a'));
    store.drop(['articles']);
    next = fail;
    expect(await desk.ask('/vi/a', good('/vi/a'))).toMatchObject({ kind: 'passing', source: 'last-good' });
    next = () => drawnOf({ words: 'mới' });
    expect(wordsOf(await desk.ask('/vi/a', good('/vi/a')))).toContain('mới');
    expect((await desk.ask('/vi/a', good('/vi/a'))).kind).toBe('lasting');
  });

  test('status 500 counts as that', async () => {
    next = () => drawnOf({ status: 500 });
    expect(await desk.ask('/vi/a', good('/vi/a'))).toEqual({ kind: 'failed' });
    expect(store.size).toBe(0);
  });

  test('where nobody is there to draw it in time, its reader is to ask again in a moment: nothing of hers broke', async () => {
    next = () => {
      throw new NobodyDraws('No drawing process is there.');
    };
    expect(await desk.ask('/vi/a', good('/vi/a'))).toEqual({ kind: 'busy' });
    expect(store.size).toBe(0);
  });

  test('others are not kept waiting, and their place on the way is free again', async () => {
    desk = open(new Lane({ width: 1, share: 1, line: 0, patience: 10 }));
    next = fail;
    await desk.ask('/vi/a', good('/vi/a'));
    next = () => drawnOf({});
    expect((await desk.ask('/vi/b', good('/vi/b'))).kind).toBe('lasting');
  });
});

describe('when too many pages are asked for at once', () => {
  test('so many are drawn, so many wait, the rest are told to come back; a last good copy is better than that', async () => {
    await desk.ask('/vi/old', good('/vi/old'));
    store.drop(['articles']);
    desk = open(new Lane({ width: 2, share: 2, line: 2, patience: 1_000 }));
    const { drawn, end } = held();
    next = () => drawn;
    const asked = [1, 2, 3, 4, 5].map((page) => desk.ask(`/vi/${page}`, good(`/vi/${page}`)));
    expect(await asked[4]).toEqual({ kind: 'busy' });
    expect(await desk.ask('/vi/old', good('/vi/old'))).toMatchObject({ source: 'last-good' });
    expect(drawings).toBe(1 + 2);
    end();
    for (const answer of (await Promise.all(asked)).slice(0, 4)) expect(answer.kind).toBe('lasting');
  });

  test('nobody waits for ever', async () => {
    desk = open(new Lane({ width: 1, share: 1, line: 5, patience: 20 }));
    const { drawn, end } = held();
    next = () => drawn;
    const first = desk.ask('/vi/1', good('/vi/1'));
    expect(await desk.ask('/vi/2', good('/vi/2'))).toEqual({ kind: 'busy' });
    end();
    expect((await first).kind).toBe('lasting');
  });
});

test('ten thousand made-up addresses leave nothing in memory', async () => {
  const missing = drawnOf({ tags: ['articles', MISSING] });
  next = () => missing;
  for (let page = 0; page < 10_000; page += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, n) => desk.ask(`/vi/${page + n}`, good(`/vi/${page + n}`))));
  }
  expect([store.size, store.bytes]).toEqual([0, 0]);
  expect((desk as unknown as { flights: Map<string, unknown> }).flights.size).toBe(0);
});
