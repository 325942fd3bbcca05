import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf, headingLevels, isSafeHref, markdownOf, plainOf, readingMinutes } from './document';

describe('the text of an article', () => {
  test('what an editor types comes back as she typed it', () => {
    const text =
      '## Một buổi trưa\n\nCác cô **chỉ nhau** dùng VNeID.\n\n* Bước một\n\n* Bước hai\n\n> Học rồi chỉ lại.';
    expect(markdownOf(documentOf(text))).toBe(text);
  });

  test('HTML stays words', () => {
    const document = documentOf('<script>alert(1)</script> <b>đậm</b>');
    expect(plainOf(document)).toContain('<script>alert(1)</script>');
    expect(JSON.stringify(document)).not.toContain('"type":"html');
  });

  test('a link that leads anywhere unsafe becomes plain words', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', ' /x', ''])
      expect(isSafeHref(href), href).toBe(false);
    expect(JSON.stringify(documentOf('[xem](javascript:alert(1))'))).not.toContain('link');
    expect(JSON.stringify(documentOf('[xem](/do-phu)'))).toContain('"href":"/do-phu"');
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
