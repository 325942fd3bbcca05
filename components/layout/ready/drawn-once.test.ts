import { createElement, Fragment, type ReactNode } from 'react';
import { renderToReadableStream, renderToStaticMarkup } from 'react-dom/server.edge';
import { expect, test, vi } from 'vitest';
import { LaidAside } from '@/server/still/laid-aside';
import { DrawnOnce } from './drawn-once';
import { inParts } from './parts';

const element = createElement;

/** What runs in a browser: here but a name. */
const Browser = Object.assign(({ children }: { children?: ReactNode }) => element('form', null, children), {
  $$typeof: Symbol.for('react.client.reference'),
});

/** A long row, and how often it was drawn. */
function counted() {
  const drawn = vi.fn(({ name }: { name: string }) => element('p', null, element('b', null, name), ' từ'.repeat(300)));
  return { drawn, row: (name: string) => element(drawn as (props: { name: string }) => ReactNode, { name }) };
}

/** As it leaves the portal, without the marks that a browser finds parts by. */
function pageOf(content: ReactNode, language = 'vi') {
  const aside = new LaidAside('>');
  return aside
    .put(renderToStaticMarkup(inParts(content, aside.lay, language)))
    .replace(/ data-part="[0-9a-f-]{36}\d+;"/g, '');
}

const once = (of: object, as: string, ...content: ReactNode[]) =>
  element('main', null, element(DrawnOnce, { of, as, children: element(Fragment, null, ...content) }));

test('what is drawn of a reading is drawn once for as long as that is kept, and stands in every page as it did', () => {
  const [{ drawn, row }, reading] = [counted(), {}];
  const content = () => once(reading, '', row('Hoa'), element(Browser, null, row('Lan')), 'cuối');
  const [first, second] = [pageOf(content()), pageOf(content())];
  expect(first).toContain('<b>Hoa</b>');
  expect(first).toContain('<form><p><b>Lan</b>');
  expect(second).toBe(first);
  expect(drawn).toHaveBeenCalledTimes(2);
});

test('another reading, another way of showing it and another language are drawn anew, each by itself', () => {
  const { row } = counted();
  const reading = {};
  expect(pageOf(once(reading, 'a', row('một')))).toContain('một');
  expect(pageOf(once({}, 'a', row('hai')))).toContain('hai');
  expect(pageOf(once(reading, 'b', row('ba')))).toContain('ba');
  expect(pageOf(once(reading, 'a', row('four')), 'en')).toContain('four');
  expect(pageOf(once(reading, 'a', row('năm')))).toContain('một');
});

/** A page with a part that reads for itself, as React streams it. */
async function streamed(content: ReactNode) {
  const aside = new LaidAside('>');
  const stream = await renderToReadableStream(inParts(content, aside.lay, 'vi'));
  await stream.allReady;
  return aside.put(await new Response(stream).text());
}

test('what is waited for is read and drawn once too, also by whoever asks while it is read', async () => {
  const [{ drawn, row }, reading] = [counted(), {}];
  const reads = vi.fn(async () => element('section', null, row('chờ'), element(Browser)));
  const content = () => once(reading, '', row('ngay'), element(reads as never));
  const [first, second] = await Promise.all([streamed(content()), streamed(content())]);
  const third = await streamed(content());
  for (const page of [first, second, third]) expect(page).toContain('<b>chờ</b>');
  expect(reads).toHaveBeenCalledTimes(1);
  expect(drawn).toHaveBeenCalledTimes(2);
});

test('what was waited for and did not come is read again by whoever asks next', async () => {
  const [{ row }, reading] = [counted(), {}];
  const reads = vi
    .fn<() => Promise<ReactNode>>()
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue(row('lại'));
  const content = () => once(reading, '', row('ngay'), element(reads as never));
  await expect(streamed(content())).rejects.toThrow('away');
  expect(await streamed(content())).toContain('lại');
});

test('a part that fails keeps nothing, and is drawn when it is asked for again', () => {
  const [{ row }, reading] = [counted(), {}];
  const fails = () => {
    throw new Error('no words');
  };
  expect(() => pageOf(once(reading, '', row('một'), element(fails)))).toThrow('no words');
  expect(pageOf(once(reading, '', row('hai')))).toContain('hai');
});

test('a part that fails late forgets its own drawing and not that which others have made of the same since', async () => {
  const [{ drawn, row }, reading] = [counted(), {}];
  let fail: (error: Error) => void = () => {};
  const late = () => new Promise<ReactNode>((_, no) => (fail = no));
  const now = async () => {
    throw new Error('away');
  };
  await expect(streamed(once(reading, '', element(now as never), element(late as never), row('ngay')))).rejects.toThrow(
    'away',
  );
  const page = pageOf(once(reading, '', row('lại')));
  drawn.mockClear();
  fail(new Error('late'));
  await Promise.resolve();
  expect(pageOf(once(reading, '', row('lại')))).toBe(page);
  expect(drawn).not.toHaveBeenCalled();
});

test('a process holds so many drawings and no more: the oldest is drawn anew', () => {
  const { drawn, row } = counted();
  const first = {};
  pageOf(once(first, '', row('đầu')));
  const others = Array.from({ length: 80 }, () => ({}));
  for (const other of others) pageOf(once(other, '', row('sau')));
  drawn.mockClear();
  pageOf(once(others[79] as object, '', row('sau')));
  expect(drawn).toHaveBeenCalledTimes(0);
  pageOf(once(first, '', row('đầu')));
  expect(drawn).toHaveBeenCalledTimes(1);
});
