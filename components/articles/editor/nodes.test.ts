import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { DOMParser } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { ArticleNode } from '@/domain/articles/document';
import { markdownOf } from '@/domain/articles/documents/markdown';
import { articleSchema } from '@/domain/articles/documents/schema';
import { documentOf } from '@/domain/articles/documents/written';
import { documentExtensions } from './nodes';
import { cleanPasted } from './pasted';

const schema = getSchema(documentExtensions);

/** What the editor makes of HTML on the clipboard, as the portal then keeps it, in Markdown. */
function pasted(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  cleanPasted(document.body);
  const made = DOMParser.fromSchema(schema).parse(document.body).toJSON() as ArticleNode;
  return markdownOf(documentOf(JSON.stringify(made)));
}

test('the editor knows the nodes and marks of the allow-list, and nothing beside them', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(articleSchema.nodes).sort());
  expect(Object.keys(schema.marks)).toEqual(Object.keys(articleSchema.marks));
  for (const [name, { spec }] of Object.entries(schema.nodes)) {
    expect(spec.content ?? '', name).toBe(articleSchema.nodes[name]?.spec.content ?? '');
    const own = Object.keys(spec.attrs ?? {}).filter(
      (attribute) => !/^(colspan|rowspan|colwidth|words)$/.test(attribute),
    );
    expect(own, name).toEqual(Object.keys(articleSchema.nodes[name]?.spec.attrs ?? {}));
  }
});

describe('what is pasted', () => {
  test('from Word keeps paragraphs, lists, headings, tables and links, and nothing of its looks', () => {
    const word = `<!--StartFragment--><style>@font-face {font-family:"Times New Roman"}</style>
<h1 style='margin-top:12.0pt'><span lang=VI style='font-size:16.0pt;color:#2E74B5'>Buổi học ở ấp<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=VI>Chị Vân</span></b><span lang=VI style='color:red'> kể lại.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Mở VNeID<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><span lang=VI>Xem <a href="https://vi-du.vn/a">trang này</a></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr><td width=200 style='border:solid'><p class=MsoNormal>Bước</p></td><td><p class=MsoNormal>Ai làm</p></td></tr><tr><td><p>Một</p></td><td><p>Chị <i>Lan</i></p></td></tr></table><!--EndFragment-->`;
    expect(pasted(word)).toBe(
      '## Buổi học ở ấp\n\n**Chị Vân** kể lại.\n\n* Mở VNeID\n\n* Xem [trang này](https://vi-du.vn/a)\n\n| Bước | Ai làm |\n| --- | --- |\n| Một | Chị *Lan* |',
    );
  });

  test('numbers of Word become a numbered list', () => {
    const entry = (sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span>${sign}<span>&nbsp;&nbsp; </span></span>${words}</p>`;
    expect(pasted(entry('1.', 'Mở máy') + entry('2.', 'Bấm nút'))).toBe('1. Mở máy\n\n2. Bấm nút');
  });

  test('from Facebook keeps lines, emoji as signs, and links without the detour', () => {
    const post = `<div class="xdj266r"><div dir="auto" style="text-align:start">Lớp học tối nay <span class="x3nfvp2"><img height="16" width="16" alt="😀" src="https://static.xx.fbcdn.net/images/emoji.php/v9/t7f/1/16/1f600.png"></span></div></div><div class="x11i5rnm"><div dir="auto" style="text-align:start">Đăng ký: <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fvi-du.vn%2Flop%3Ffbclid%3DIwAR1&amp;h=AT0&amp;__cft__=x" role="link" target="_blank">vi-du.vn</a></div></div>`;
    expect(pasted(post)).toBe('Lớp học tối nay 😀\n\nĐăng ký: [vi-du.vn](https://vi-du.vn/lop)');
  });

  test('from Zalo keeps lines and leaves out its buttons, pictures and classes', () => {
    const chat = `<div class="card--text"><div><span-15 class="text">Các chị ơi,</span-15></div><div><span-15>nhớ mang <strong style="font-weight:700">căn cước</strong></span-15></div><img class="emoji-sizer" src="blob:https://chat.zalo.me/1" alt=""><button>Thả cảm xúc</button></div>`;
    expect(pasted(chat)).toBe('Các chị ơi,\n\nnhớ mang **căn cước**');
  });

  test('a whole page of Google in an element that is bold and is not makes nothing bold', () => {
    expect(
      pasted(
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Thường</span> <span style="font-weight:700">đậm</span></p></b>',
      ),
    ).toBe('Thường **đậm**');
  });

  test('nothing that acts comes in, whatever the clipboard holds', () => {
    const evil = `<p onclick="alert(1)">Lời <a href="javascript:alert(1)">một</a> <a href="https://l.facebook.com/l.php?u=javascript%3Aalert(1)">hai</a></p><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg><iframe src="https://evil.example"></iframe>`;
    const text = pasted(evil);
    expect(text).toContain('Lời một hai');
    expect(text).not.toMatch(/javascript|alert|evil/);
  });

  test('of any tags in any order no error comes, and words stay', () => {
    const tags = fc.constantFrom(
      'p',
      'div',
      'li',
      'ul',
      'table',
      'tr',
      'td',
      'b',
      'span',
      'h3',
      'blockquote',
      'a',
      'section',
    );
    const trees = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constant('chữ'),
        fc
          .tuple(tags, fc.array(tie('node'), { maxLength: 3 }))
          .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
      ),
    })).node;
    fc.assert(
      fc.property(trees, (html) => {
        expect(typeof pasted(`<p>Đầu</p>${html}`)).toBe('string');
      }),
      { numRuns: 100 },
    );
  });
});
