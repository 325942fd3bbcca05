import { expect, test } from 'vitest';
import { Desk } from '../../still/drawing/desk';
import { drawnOf } from '../../still/drawing/desk-fixture';
import { Lane } from '../../still/drawing/lane';
import { PageStore } from '../../still/store/page-store';
import { Questions } from '../../still/store/questions';
import { drawFirstPages, firstPages } from './first-pages';

/** A desk whose pages are drawn so; says which were. */
function openDesk(draw: (url: string) => Promise<ReturnType<typeof drawnOf>>) {
  const drawn: string[] = [];
  const desk = new Desk({
    store: new PageStore({ room: 10_000_000 }),
    questions: new Questions({ room: 1_000 }),
    lane: new Lane({ width: 6, share: 4, line: 100, patience: 1_000 }),
    draw: async (url) => {
      drawn.push(url);
      return draw(url);
    },
    report: () => {},
  });
  return { desk, drawn };
}

test('what readers come to first lies ready in both languages before anybody asks: home, news, coverage, no page of one thing and nothing secret', async () => {
  const { desk, drawn } = openDesk(async () => drawnOf({}));
  await drawFirstPages(desk);
  for (const path of ['/vi', '/vi/news', '/vi/coverage', '/en', '/en/trainings'])
    expect(desk.kept({ path, keep: 'good' }), path).toBeDefined();
  expect(drawn[0]).toBe('/vi');
  expect(drawn.filter((path) => path.includes('['))).toEqual([]);
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('a page that cannot be drawn is passed over, and what takes too long is left to its first reader', async () => {
  const { desk, drawn } = openDesk(async (url) => {
    if (url === '/vi') throw new Error('its data are gone');
    return drawnOf({});
  });
  await drawFirstPages(desk);
  expect(drawn.length).toBe(firstPages().length);
  expect(desk.kept({ path: '/vi/news', keep: 'good' })).toBeDefined();

  const slow = openDesk(() => new Promise(() => {}));
  await drawFirstPages(slow.desk, { patience: 20 });
  expect(slow.drawn).toEqual(['/vi', slow.drawn[1]]);
});
