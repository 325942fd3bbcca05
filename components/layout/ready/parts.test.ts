import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { IN_PLACE, LaidAside } from '@/server/still/laid-aside';
import { isMark } from './marks';
import { inParts } from './parts';
import { WrittenPart } from './written-part';

const element = createElement;
const MARKED = / data-part="[0-9a-f-]{36}\d+;"/g;
const shapes = /><\/(?:circle|path|polygon|rect|use)>/g;

/** As it leaves the portal: what React wrote, with each part where its mark stands. */
function pageOf(content: ReactNode) {
  const aside = new LaidAside('>');
  const lay = vi.fn(aside.lay);
  const drawn = renderToStaticMarkup(inParts(content, lay, 'vi'));
  return { drawn, page: aside.put(drawn).replace(MARKED, ''), parts: lay.mock.calls.map(([part]) => part) };
}

/** As it would be were React given every element; of a drawing, empty shapes close themselves. */
const asReact = (content: ReactNode) => renderToStaticMarkup(element(Fragment, null, content));
const closed = (page: string) => page.replace(shapes, '/>');

const long = (words: string) => element('p', { className: 'lead' }, element('b', null, words), ' từ'.repeat(200));
const Row = ({ name }: { name: string }) => element('li', null, long(name));
/** What runs in a browser: here but a name. */
const Browser = Object.assign(({ children }: { children?: ReactNode }) => element('form', null, children), {
  $$typeof: Symbol.for('react.client.reference'),
});

test('an element in which nothing is for React is one part, with all that stands in it', () => {
  const content = element('section', { id: 'a' }, long('một & hai'), element('ul', null, element('li', null, '<3')));
  const { page, parts } = pageOf(content);
  expect(page).toBe(asReact(content));
  expect(parts).toHaveLength(1);
  expect(parts[0]).toContain('<li>&lt;3</li>');
});

test('a thing of the browser keeps all around it for React, and each long element beside and within it is a part', () => {
  const content = element(
    'section',
    null,
    'đầu ',
    7,
    long('trước'),
    element(Browser, null, long('trong'), 'ngắn'),
    element('i', null, 'ngắn'),
    long('sau'),
  );
  const { page, parts } = pageOf(content);
  expect(page).toBe(asReact(content));
  expect(parts).toHaveLength(3);
});

test('whoever asks for what differs has each part written out where it stands, and no mark', () => {
  const content = element('div', null, long('"trong"'), element(Browser));
  const data = renderToStaticMarkup(inParts(content, IN_PLACE.lay, 'vi'));
  expect(IN_PLACE.put(data)).toBe(asReact(content));
});

test('rows keep the keys that React knows them by, and what stands beside them keeps its own', () => {
  const row = (name: string) => element('li', { key: name }, long(name));
  const handed = inParts(
    element('ul', null, [row('a'), row('b')], [element(Row, { key: 'a', name: 'c' })], element(Browser)),
    IN_PLACE.lay,
    'vi',
  ) as { props: { children: { props: { children: { key: string; type: unknown }[][] } } } };
  const [rows, others] = handed.props.children.props.children;
  expect(rows?.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(others?.map(({ key, type }) => [key, type])).toEqual([['a', WrittenPart]]);
});

test('what has no key has none: two parts that stand beside each other are two', () => {
  const two = [long('một'), element(Browser, null, long('hai')), long('ba'), element(Browser, null, long('bốn'))];
  const { props } = inParts(element('div', null, ...two), IN_PLACE.lay, 'vi') as { props: { children: ReactElement } };
  const children = (props.children.props as { children: ReactElement[] }).children;
  expect(children.map(({ key }) => key)).toEqual([null, null, null, null]);
});

test('a mark that a text says itself stays what it says', () => {
  const content = element('div', null, long(`>${randomUUID()}0;`), element(Browser));
  expect(pageOf(content).page).toBe(asReact(content));
});

test('a mark in a script stays a mark, by which the browser knows the part in the page', () => {
  const aside = new LaidAside('>');
  const mark = aside.lay('<b>lời</b>');
  expect(isMark(mark)).toBe(true);
  expect(aside.put(`<p data-part="${mark}">${mark}</p><script>["html","${mark}"]</script>`)).toBe(
    `<p data-part="${mark}"><b>lời</b></p><script>["html","${mark}"]</script>`,
  );
});

test('whatever a page is made of, it is the page that React would have written', () => {
  const tags = fc.constantFrom('div', 'p', 'a', 'span', 'li', 'td', 'svg', 'section', 'details', 'select', 'option');
  const names = fc.constantFrom('className', 'title', 'href', 'aria-label', 'data-x', 'hidden', 'style', 'key');
  const values = fc.oneof(fc.string({ maxLength: 900 }), fc.integer(), fc.constant(null));
  const { tree } = fc.letrec<{ tree: ReactNode; node: ReactNode }>((tie) => ({
    node: fc
      .tuple(tags, fc.dictionary(names, values, { maxKeys: 3 }), fc.array(tie('tree'), { maxLength: 3 }), fc.boolean())
      .filter(([tag, { href }]) => tag === 'a' || href !== '')
      .map(([tag, { style, ...props }, children, browser]) => {
        const all: Record<string, unknown> = style ? { ...props, style: { color: 'red' } } : props;
        return element<Record<string, unknown>>(browser ? Browser : tag, all, ...children);
      }),
    tree: fc.oneof({ depthSize: 'medium' }, fc.string({ maxLength: 900 }), fc.constant(null), tie('node')),
  }));
  fc.assert(
    fc.property(tree, (content) => {
      expect(closed(pageOf(content).page)).toBe(closed(asReact(content)));
    }),
    { numRuns: 1500 },
  );
});
