import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleNode, isSafeHref, plainOf } from '../document';
import { markdownOf } from './markdown';
import { bodyInput, documentOf } from './written';

const doc = (...content: unknown[]) => JSON.stringify({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const words = (text: string, ...marks: unknown[]) => ({ type: 'text', text, marks });
const link = (href: unknown, more: object = {}) => ({ type: 'link', attrs: { href, ...more } });
/** What is kept of a field as it is sent; the name of the problem where it is refused. */
const kept = (sent: string): ArticleNode | string => {
  const { data, error } = bodyInput.safeParse(sent);
  return data === undefined ? (error?.issues[0]?.message ?? '') : documentOf(data);
};

/** Written beside the schema: what may stand in a text that is kept, and which attributes. */
const KNOWN: Record<string, readonly string[]> = {
  doc: [],
  paragraph: [],
  heading: ['level'],
  blockquote: [],
  bullet_list: ['tight'],
  ordered_list: ['order', 'tight'],
  list_item: [],
  table: [],
  table_row: [],
  table_header: [],
  table_cell: [],
  horizontal_rule: [],
  card: ['of', 'ref'],
  picture: ['ref'],
  hard_break: [],
  text: [],
};

/** What a document holds that nobody allowed, in words. */
function strange({ type, attrs = {}, content, text, marks = [], ...more }: ArticleNode): string[] {
  const own = [
    ...(KNOWN[type] ? [] : [`node ${type}`]),
    ...Object.keys(more),
    ...Object.keys(attrs).filter((name) => !KNOWN[type]?.includes(name)),
    ...(type === 'heading' && ![2, 3, 4].includes(attrs.level as number) ? ['level'] : []),
    ...(type === 'text'
      ? typeof text === 'string' && text !== ''
        ? []
        : ['text']
      : text === undefined
        ? []
        : ['text']),
  ];
  const ofMarks = marks.flatMap((mark) => {
    if (Object.keys(mark).some((key) => key !== 'type' && key !== 'attrs')) return ['mark with more'];
    if (mark.type === 'link')
      return isSafeHref(mark.attrs?.href) && Object.keys(mark.attrs ?? {}).join() === 'href' ? [] : ['link'];
    return ['strong', 'em'].includes(mark.type) && mark.attrs === undefined ? [] : [`mark ${mark.type}`];
  });
  return [...own, ...ofMarks, ...(content ?? []).flatMap(strange)];
}

describe('a document that is sent', () => {
  test('is kept as it was written where all of it is allowed', () => {
    const sent = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Tựa' }] },
        paragraph({ type: 'text', text: 'xem ' }, words('đây', link('/do-phu'), { type: 'strong' })),
        {
          type: 'ordered_list',
          attrs: { order: 3, tight: true },
          content: [{ type: 'list_item', content: [paragraph()] }],
        },
      ].map((node) => JSON.parse(JSON.stringify(node).replace('"content":[]', '"x":0'))),
    };
    const document = kept(JSON.stringify(sent));
    expect(document).toMatchObject({ content: [{ attrs: { level: 3 } }, {}, { attrs: { order: 3, tight: true } }] });
    expect(plainOf(document as ArticleNode)).toBe('Tựa\nxem đây');
  });

  test.each([
    ['a script node', { type: 'script', content: [words('alert(1)')] }],
    ['a picture with a handler', { type: 'image', attrs: { src: 'x', onerror: 'alert(1)' } }],
    ['a frame', { type: 'iframe', attrs: { src: 'https://evil.example' } }],
    ['raw HTML', { type: 'html', attrs: { html: '<img src=x onerror=alert(1)>' } }],
    ['a node named like a prototype', { type: '__proto__', content: [words('x')] }],
    ['a node named like a method', { type: 'constructor' }],
    ['a handler on a paragraph', { type: 'paragraph', attrs: { onclick: 'alert(1)', style: 'x', class: 'x' } }],
    [
      'HTML in place of props',
      { type: 'paragraph', attrs: { dangerouslySetInnerHTML: { __html: '<svg onload=alert(1)>' } } },
    ],
    ['a level that is a tag', { type: 'heading', attrs: { level: '1><script>' }, content: [words('x')] }],
    ['a level that is an object', { type: 'heading', attrs: { level: { valueOf: 1 } }, content: [words('x')] }],
    [
      'an order that is words',
      { type: 'ordered_list', attrs: { order: 'x' }, content: [{ type: 'list_item', content: [paragraph()] }] },
    ],
    ['words that are an object', paragraph({ type: 'text', text: { toString: 'x' } })],
    ['marks nobody knows', paragraph(words('x', { type: 'code' }, { type: 'textStyle', attrs: { style: 'x' } }))],
    ['a mark that is words', paragraph(words('x', 'link'))],
    [
      'a link that opens elsewhere',
      paragraph(words('x', link('/a', { target: '_top', rel: '', class: 'x', onclick: 'x' }))),
    ],
    [
      'spans of a cell',
      {
        type: 'table',
        content: [{ type: 'table_row', content: [{ type: 'table_cell', attrs: { colspan: 9e9, style: 'x' } }] }],
      },
    ],
  ])('%s leaves nothing but what is allowed', (_name, node) => {
    const document = kept(doc(paragraph(words('Lời đầu')), node));
    expect(typeof document === 'string' ? document : strange(document)).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html;base64,PHN2Zz4=',
    'vbscript:x',
    'blob:x',
    'file:///etc',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https:/\\evil.example',
    'https://',
    'mailto:',
    '/a\u202eb',
    '/\ud800',
    `/${'a'.repeat(2_001)}`,
    'x',
    '',
    null,
    5,
    ['/a'],
    { href: '/a' },
  ])('a link to %j is plain words', (href) => {
    const document = kept(doc(paragraph(words('xem', link(href)))));
    expect(document).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'xem' }] }],
    });
  });

  test('signs that no database keeps or nobody sees fall away, blanks between words stay', () => {
    const document = kept(doc(paragraph(words('a\u0000\u202e\ud800 '), words('b\nc', { type: 'em' }))));
    expect(plainOf(document as ArticleNode)).toBe('a b c');
  });

  test('is refused where it is too large, unreadable or says nothing', () => {
    const deep = '['.repeat(50_000);
    expect(kept(`{"type":"doc","content":${deep}`)).toBe('document-too-large');
    expect(kept(doc(...Array.from({ length: 20_001 }, () => ({}))))).toBe('document-too-large');
    expect(kept(doc(paragraph(words('a'.repeat(400_001)))))).toBe('document-too-large');
    expect(kept(doc(paragraph(words('á '.repeat(20_001)))))).toBe('document-too-large');
    expect(kept('{"type":"doc"')).toBe('document-unreadable');
    expect(kept('{"type":"doc","type":"paragraph"}')).toBe('document-unreadable');
    expect(kept(doc(words('not in a paragraph')))).toBe('document-unreadable');
    expect(kept(doc(paragraph(words(' \u200b '))))).toBe('required');
    expect(kept(' \n')).toBe('required');
  });
});

test('is counted in one way along the text, however its quotes are escaped', () => {
  const before = process.cpuUsage();
  const sent = `{"type":"doc",${'\\"'.repeat(190_000)}`;
  expect(kept(sent)).toBe('document-unreadable');
  // A hundred times what it takes; going back and forth for each quote takes minutes.
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
});

test('brackets count outside words alone, also behind an escaped quote and an escaped backslash', () => {
  const signs = '['.repeat(100);
  for (const text of [signs, `\\" ${signs}`, `${signs} \\\\`]) {
    const sent = `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"${text}"}]}]}`;
    expect(plainOf(kept(sent) as ArticleNode)).toContain(signs);
  }
  expect(kept(`{"type":"doc","a":"\\\\",${signs}`)).toBe('document-too-large');
});

/** Trees of known and unknown names with any values. */
const anyNode = fc.letrec((tie) => ({
  node: fc.record(
    {
      type: fc.oneof(
        fc.constantFrom(...Object.keys(KNOWN), 'image', 'script', '__proto__'),
        fc.string({ maxLength: 5 }),
      ),
      attrs: fc.oneof(
        fc.record(
          {
            level: fc.anything(),
            order: fc.anything(),
            href: fc.webUrl(),
            onclick: fc.constant('x'),
            of: fc.oneof(fc.constantFrom('commune', 'session', 'figure'), fc.anything()),
            ref: fc.oneof(fc.constantFrom('long-hung', '7', 'coverage_group/x/2026-11-24'), fc.anything()),
            words: fc.string(),
          },
          { requiredKeys: [] },
        ),
        fc.jsonValue(),
      ),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      marks: fc.oneof(
        fc.array(
          fc.record({
            type: fc.constantFrom('link', 'em', 'strong', 'code', 5),
            attrs: fc.record({ href: fc.oneof(fc.webUrl(), fc.string(), fc.jsonValue()) }),
          }),
        ),
        fc.jsonValue(),
      ),
      content: fc.oneof({ depthSize: 'small' }, fc.array(tie('node'), { maxLength: 4 }), fc.jsonValue()),
    },
    { requiredKeys: ['type'] },
  ),
})).node;

test('addresses that were typed lead there and nowhere else, and come back the same from the editor and from Markdown', () => {
  const typed = 'https://a.vn/chữ?b=1&c=(d)! www.b.vn/x_y. javascript://www.c.vn/%0aalert(1) https://d.vn@e.example';
  const document = kept(doc(paragraph(words(typed), words('https://f.vn', { type: 'strong' })))) as ArticleNode;
  const hrefs = [...JSON.stringify(document).matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href);
  expect(hrefs).toEqual(['https://a.vn/ch%E1%BB%AF?b=1&c=(d)', 'https://www.b.vn/x_y', 'https://f.vn']);
  expect(strange(document)).toEqual([]);
  expect(plainOf(document)).toBe(`${typed}https://f.vn`);
  expect(kept(JSON.stringify(document))).toEqual(document);
  expect(markdownOf(documentOf(markdownOf(document)))).toBe(markdownOf(document));
});

test('whatever is sent, what is kept holds only what is allowed, and is kept the same when it is sent again', () => {
  fc.assert(
    fc.property(fc.array(anyNode, { maxLength: 5 }), (nodes) => {
      const document = kept(doc(paragraph(words('Lời đầu')), ...nodes));
      if (typeof document === 'string') return;
      expect(strange(document)).toEqual([]);
      expect(kept(JSON.stringify(document))).toEqual(document);
      expect(typeof markdownOf(document)).toBe('string');
    }),
    { numRuns: 300 },
  );
});
