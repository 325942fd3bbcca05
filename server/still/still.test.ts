import { describe, expect, test } from 'vitest';
import { needsScript, still } from './still';

/** The words that a reader without scripts sees. */
const words = (html: string) =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '');

const page = [
  '<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/>',
  '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>',
  '<link rel="preload" as="font" href="/fonts/a.woff2" crossorigin=""/>',
  '<link rel="modulepreload" href="/_next/b.js"/><link rel="expect" href="#_R_" blocking="render"/>',
  '<script src="/_next/c.js" async=""></script><title>Chị em &lt;script&gt; học số</title></head>',
  '<body><div hidden=""><!--$--><!--/$--></div><h1 title="a > b">Đồng Nai<!-- --> 2026</h1>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt; và &lt;!-- lời --&gt;</p>',
  '<script type="application/ld+json">{"headline":"a \\u003c/script> <!-- b"}</script>',
  '<svg><g><path d="M0 0"></path><use href="#a"></use></g><title>a</title></svg><p></p>',
  '<textarea><script>chữ người gõ</script></textarea>',
  '<script src="/portal.js" defer="" data-still=""></script>',
  '<script>self.__next_f.push([1,"<h1>Đồng Nai</h1>"])</script></body></html>',
].join('');

describe('a stilled page', () => {
  const stilled = still(page);

  test('keeps no script but data and the one that asked to stay', () => {
    const outside = stilled.replace(/<textarea>[\s\S]*?<\/textarea>/, '');
    expect(outside.match(/<script\b[^>]*>/g)).toEqual([
      '<script type="application/ld+json">',
      '<script src="/portal.js" defer="" data-still="">',
    ]);
  });

  test('says every word that the page said', () => {
    expect(words(stilled)).toBe(words(page));
    expect(stilled).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt; và &lt;!-- lời --&gt;</p>');
    expect(stilled).toContain('<textarea><script>chữ người gõ</script></textarea>');
  });

  test('keeps JSON-LD to the letter', () => {
    expect(stilled).toContain('{"headline":"a \\u003c/script> <!-- b"}');
  });

  test('preloads fonts and style sheets, never scripts', () => {
    expect(stilled).toContain('as="font"');
    expect(stilled).toContain('rel="stylesheet"');
    expect(stilled).not.toMatch(/as="script"|modulepreload|rel="expect"/);
  });

  test('reads a quoted ">" as part of its tag, and keeps no comment', () => {
    expect(stilled).toContain('<h1 title="a > b">Đồng Nai 2026</h1>');
    expect(stilled).not.toContain('<!--$');
    expect(stilled).not.toContain('<div hidden=""></div>');
  });

  test('closes shapes in themselves, and only shapes; nothing of it is for Next alone', () => {
    expect(stilled).toContain('<svg><g><path d="M0 0"/><use href="#a"/></g><title>a</title></svg><p></p>');
    expect(stilled).toContain('<link rel="stylesheet" href="/_next/a.css"/>');
  });

  test('stilled again is the same', () => {
    expect(still(stilled)).toBe(stilled);
  });
});

test('an attribute that only looks like the mark does not save a script', () => {
  expect(still('<script src="/x.js" data-stillness="1"></script>')).toBe('');
});

test('a page cut off in the middle ends the work', () => {
  for (const html of ['<script>abc', '<!-- abc', '<p title="', '<', 'a < b']) expect(still(html)).not.toContain('abc');
});

test('a hundred thousand open brackets take no time', () => {
  const started = performance.now();
  still('<'.repeat(100_000));
  still('<!--'.repeat(100_000));
  still('<a "'.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('a page with parts that wait for a script is known', () => {
  expect(needsScript('<template id="B:0"></template>')).toBe(true);
  expect(needsScript('<div hidden="" id="S:0">x</div>')).toBe(true);
  expect(needsScript(page)).toBe(false);
});
