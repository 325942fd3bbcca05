import { describe, expect, test, vi } from 'vitest';
import { newDrawing, shared } from '../shared';
import CacheHandler from './cache-handler';
import { lifetimes } from './lifetimes';
import { NextValues } from './next-values';

const handler = new CacheHandler();
const page = (tags: string) => ({ kind: 'APP_PAGE', headers: { 'x-next-cache-tags': tags } });

describe('what Next lets us know', () => {
  test('is noted for the answer in the making, and for no other', async () => {
    const [one, other] = [newDrawing(), newDrawing()];
    await Promise.all([
      shared.drawing.run(one, () => handler.set('k', page('articles,_N_T_/vi'), {})),
      shared.drawing.run(other, () => handler.set('k', { kind: 'FETCH' }, { tags: ['units'] })),
    ]);
    expect([[...one.tags], one.keepable]).toEqual([['articles', '_N_T_/vi'], true]);
    expect([[...other.tags], other.keepable]).toEqual([['units'], false]);
  });

  test('is ignored where nobody draws', async () => {
    await handler.set('k', page('articles'), {});
    expect(await handler.get('k', { kind: 'APP_PAGE' })).toBeNull();
  });
});

test('a change reaches the store, one tag or many, and Next waits until it has', async () => {
  const heard = vi.fn(async () => {});
  const before = shared.changed;
  shared.changed = heard;
  await handler.revalidateTag('articles');
  await handler.revalidateTag(['units', 'coverage']);
  shared.changed = before;
  expect(heard.mock.calls).toEqual([[['articles']], [['units', 'coverage']]]);
});

test('Next keeps one lifetime for each address ever asked; they are taken out again', async () => {
  expect(lifetimes, 'Next has changed inside: see lifetimes.ts').toBeInstanceOf(Map);
  for (let address = 0; address < 1_000; address++) {
    lifetimes?.set(`/${address}`, { revalidate: false });
    await handler.set(`/${address}`, page('status:404'), {});
  }
  expect(lifetimes?.size).toBe(0);
});

describe('when Next answers by itself', () => {
  const draw = (key: string, tags: string) => shared.drawing.run(newDrawing(), () => handler.set(key, page(tags), {}));

  test('it gets back what it gave, until that is dropped; never a missing page, never data', async () => {
    shared.values = new NextValues();
    await draw('a', 'articles');
    await draw('b', 'units');
    await draw('c', 'status:404');
    // a document says so itself: that of a picture which nobody agreed to yet
    const document = { kind: 'APP_ROUTE', status: 404, headers: { 'x-next-cache-tags': 'picture:1' } };
    await shared.drawing.run(newDrawing(), () => handler.set('d', document, {}));
    await shared.drawing.run(newDrawing(), () => handler.set('e', { ...document, status: 200 }, {}));
    shared.values.drop(['articles']);
    expect(await handler.get('a', { kind: 'APP_PAGE' })).toBeNull();
    expect(await handler.get('b', { kind: 'APP_PAGE' })).toMatchObject({ value: page('units') });
    expect(await handler.get('b', { kind: 'FETCH' })).toBeNull();
    expect(await handler.get('c', { kind: 'APP_PAGE' })).toBeNull();
    expect(await handler.get('d', { kind: 'APP_ROUTE' })).toBeNull();
    expect(await handler.get('e', { kind: 'APP_ROUTE' })).toMatchObject({ value: { status: 200 } });
    delete shared.values;
  });

  test('a page that a change has overtaken is not kept', async () => {
    const values = new NextValues();
    shared.values = values;
    await shared.drawing.run(newDrawing(), async () => {
      values.drop(['articles']);
      await handler.set('a', page('articles'), {});
    });
    expect(values.get('a')).toBeNull();
    delete shared.values;
  });
});
