import fc from 'fast-check';
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ready } from './ready';

const element = createElement;

/** How many elements React is left to write. */
function elementsIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + elementsIn(one), 0);
  if (typeof node !== 'object' || node === null || !('props' in node)) return 0;
  const { type, props } = node as { type: unknown; props: { children?: unknown } };
  return (type === Fragment ? 0 : 1) + elementsIn(props.children);
}

/** What React is handed, and the page once what was laid aside stands where its marks came to stand. */
function readied(content: ReactNode) {
  const laid: string[] = [];
  const handed = ready(content, (part) => `\ue000${laid.push(part) - 1}\ue001`);
  const page = renderToStaticMarkup(handed).replace(/\ue000(\d+)\ue001/g, (_, at) => laid[Number(at)] ?? '');
  return { left: elementsIn(handed), page };
}

const shapes = /><\/(?:circle|path|polygon|rect|use)>/g;

/** React writes the same, whether it has everything to write or finds it ready; of a drawing, empty shapes close themselves. */
function same(content: ReactNode): void {
  const whole = renderToStaticMarkup(element(Fragment, null, content));
  expect(readied(content).page).toBe(whole.replace(shapes, '/>'));
}

const Named = ({ name, children }: { name: string; children?: ReactNode }) =>
  element('li', { title: name }, name, ': ', children);

test('a part is written as React writes it, and no element of it is left to React', () => {
  const names = ['<b>', '"quoted"', "it's"];
  const link = element('a', { href: '/tin-tuc?a=1&b=2', hrefLang: 'en', download: true, tabIndex: -1 }, 'tin');
  const page = element(
    'ul',
    { className: 'a &amp; b', 'data-read': '', 'aria-hidden': true },
    names.map((name) => element(Named, { key: name, name }, 7, null, false, link, element('br'))),
  );
  same(page);
  expect(readied(page).left).toBe(0);
});

test('drawings keep the names of their properties, and their titles', () => {
  const drawing = element(
    'svg',
    { viewBox: '0 0 9 9', className: 'icon', role: 'img' },
    element('title', null, 'Bản đồ'),
    element('pattern', { id: 'hatch', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }),
    element('path', { d: 'M0 0h9', strokeWidth: 2.4, strokeLinejoin: 'round', pointerEvents: 'none' }),
    element('text', { textAnchor: 'middle', fontSize: 15, paintOrder: 'stroke' }, 'A'),
  );
  same(drawing);
  expect(readied(drawing).left).toBe(0);
});

test('fields are filled, and choices chosen', () => {
  const choice = (value: string, words: string) => element('option', { value }, words);
  const form = element(
    'form',
    { action: '/tim-kiem', method: 'get' },
    element('input', { name: 'q', defaultValue: 'a"b', maxLength: 100, required: true }),
    element('input', { name: 'c', type: 'checkbox', defaultChecked: true }),
    element('input', { name: 'd', type: 'checkbox', defaultChecked: false }),
    element('select', { name: 's', defaultValue: '2' }, choice('', 'không'), choice('2', 'hai')),
    element('button', { type: 'submit', disabled: false }, 'Tìm'),
  );
  const { left, page: written } = readied(form);
  expect(left).toBe(0);
  expect(written.match(/<option [^>]*>/g)).toEqual(['<option value="">', '<option value="2" selected="">']);
  expect(written).toContain('value="a&quot;b"');
  expect(written.match(/checked=""/g)).toHaveLength(1);
  expect(written).not.toContain('disabled');
});

test('what React alone can write it is left, and the parts around it are ready all the same', () => {
  const within = element('p', null, element('b', null, 'trong'), ' lời');
  const left = {
    waits: element(async () => element('p', null, 'sau')),
    data: element('script', { type: 'application/ld+json', dangerouslySetInnerHTML: { __html: '{"a":"<b>"}' } }),
    raw: element('p', { dangerouslySetInnerHTML: { __html: '<i>a</i>' } }),
    link: element('a', { href: 'javascript:alert(1)' }, 'x'),
    style: element('div', { style: { color: 'red' } }, within, within),
    deed: element('button', { type: 'submit', onClick: () => {} }),
    words: element('textarea', { defaultValue: '\n<b>' }),
  };
  for (const [name, one] of Object.entries(left)) {
    const list = element('ul', null, element('li', null, 'một'), element('li', null, one), element('li', null, 'hai'));
    const page = element('main', null, list, one);
    expect(elementsIn(ready(page, () => '')), name).toBe(2);
    if (name !== 'waits') same(page);
  }
});

test('whatever a text or an attribute says, it stays a text or an attribute', () => {
  const tags = fc.constantFrom('div', 'p', 'a', 'span', 'li', 'td', 'b', 'svg', 'section');
  const names = fc.constantFrom('className', 'title', 'id', 'href', 'aria-label', 'data-x', 'lang', 'name', 'hidden');
  const values = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constantFrom('javascript:1', ' java\nscript:1', '/a', '', null),
  );
  const { tree } = fc.letrec<{ tree: ReactNode; node: ReactNode }>((tie) => ({
    node: fc
      .tuple(tags, fc.dictionary(names, values, { maxKeys: 3 }), fc.array(tie('tree'), { maxLength: 3 }))
      // React says so aloud, each time, where anything but a link is given an empty address.
      .filter(([tag, { href }]) => tag === 'a' || href !== '')
      .map(([tag, props, children]) => element(tag, props, ...children)),
    tree: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.constant(null), tie('node')),
  }));
  fc.assert(fc.property(tree, same), { numRuns: 2000 });
});
