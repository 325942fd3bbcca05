import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingLevels, isSafeHref, plainOf, readingMinutes } from './document';
import { markdownOf } from './documents/markdown';
import { documentOf } from './documents/written';

describe('the text of an article', () => {
  test('what an editor types comes back as she typed it', () => {
    const text =
      '## Một buổi trưa\n\nCác cô **chỉ nhau** dùng VNeID.\n\n* Bước một\n\n* Bước hai\n\n> Học rồi chỉ lại.';
    expect(markdownOf(documentOf(text))).toBe(text);
  });

  test('a table has a head row and equally long rows, and comes back as one', () => {
    const table = documentOf('| Bước | Ở đâu |\n|---|---|\n| Mở *VNeID* | ấp 1 \\| ấp 2 |\n| Xong |\n\nHết.');
    expect(table.content?.[0]?.content?.map(({ content }) => content?.map(({ type }) => type))).toEqual([
      ['table_header', 'table_header'],
      ['table_cell', 'table_cell'],
      ['table_cell', 'table_cell'],
    ]);
    expect(plainOf(table)).toBe('Bước\nỞ đâu\nMở VNeID\nấp 1 | ấp 2\nXong\nHết.');
    expect(documentOf(markdownOf(table))).toEqual(table);
  });

  test('HTML stays words', () => {
    const document = documentOf('<script>alert(1)</script> <b>đậm</b>');
    expect(plainOf(document)).toContain('<script>alert(1)</script>');
    expect(JSON.stringify(document)).not.toContain('"type":"html');
  });

  test('a link that leads anywhere unsafe becomes plain words', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'vbscript:x',
      ' /x',
      '',
    ])
      expect(isSafeHref(href), href).toBe(false);
    expect(JSON.stringify(documentOf('[xem](javascript:alert(1))'))).not.toContain('link');
    expect(plainOf(documentOf('[xem](ftp://a.example) 9 <ftp://a.example>'))).toContain('[xem](ftp://a.example)');
    expect(JSON.stringify(documentOf('[xem](/do-phu)'))).toContain('"href":"/do-phu"');
  });

  test('an address that was typed alone is a link, once, with the marks that its words have', () => {
    const link = (href: string) => ({ type: 'link', attrs: { href } });
    const document = documentOf(
      'Xem **https://a.gov.vn/x_y**, www.b.vn; [https://c.vn](https://d.vn) và `https://e.vn`',
    );
    expect(document.content?.[0]?.content).toEqual([
      { type: 'text', text: 'Xem ' },
      { type: 'text', text: 'https://a.gov.vn/x_y', marks: [link('https://a.gov.vn/x_y'), { type: 'strong' }] },
      { type: 'text', text: ', ' },
      { type: 'text', text: 'www.b.vn', marks: [link('https://www.b.vn')] },
      { type: 'text', text: '; ' },
      { type: 'text', text: 'https://c.vn', marks: [link('https://d.vn')] },
      { type: 'text', text: ' và `https://e.vn`' },
    ]);
    expect(plainOf(document)).toContain('Xem https://a.gov.vn/x_y, www.b.vn; https://c.vn');
  });

  test('pictures and code are not taken over', () => {
    expect(JSON.stringify(documentOf('![x](https://a.example/b.png)\n\n    code'))).not.toMatch(
      /"type":"(image|code_block)"/,
    );
  });

  test('any text makes a document that can be written as Markdown again, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(typeof markdownOf(documentOf(text))).toBe('string');
      }),
    );
  });

  test('a list goes on from where it was told, within four digits', () => {
    expect(documentOf('7. a\n8. b').content?.[0]?.attrs).toEqual({ order: 7, tight: true });
    expect(documentOf('999999999. a').content?.[0]?.attrs).toEqual({ order: 9_999, tight: true });
  });

  test('words alone keep a line a block, for search and reading aloud', () => {
    expect(plainOf(documentOf('# Tựa\n\nĐoạn *một*\n\n- a\n- b'))).toBe('Tựa\nĐoạn một\na\nb');
    expect(readingMinutes('một '.repeat(610))).toBe(3);
  });

  test('headings begin with the second level and skip none, whatever was typed', () => {
    expect(headingLevels(documentOf('# a\n\n## b\n\n#### c\n\n### d\n\n###### e\n\n## f'))).toEqual([2, 2, 3, 3, 4, 2]);
    expect(headingLevels(documentOf('### a\n\nĐoạn\n\n> # trong lời trích'))).toEqual([2]);
    expect(headingLevels(documentOf('Không có tựa nhỏ.'))).toEqual([]);
  });
});
