import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsOf, treeOf } from './html.mjs';

const page = (/** @type {string} */ body) =>
  `<!DOCTYPE html><html><head><title>x</title></head><body class="a">${body}</body></html>`;

test('a page is read as the elements of its body, scripts left out and signs read back', () => {
  const html = page(
    '<main id="x" hidden><p>a &amp; b<br/>c</p><!-- --><img src="y"><script>if (1 < 2) {}</script></main>',
  );
  const line = ['p', {}, ['a & b', ['br', {}, []], 'c']];
  assert.deepEqual(treeOf(html), [['main', { id: 'x', hidden: true }, [line, ['img', { src: 'y' }, []]]]]);
});

test('a form sends what a browser without scripts would send of it, and a form that only asks is none', () => {
  const html = page(`
    <form action="/tim-kiem"><input name="q" value="x"/></form>
    <form method="POST"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:1}"/><input name="version" value="3"/>
      <input type="checkbox" name="off" value="1"/><input type="checkbox" name="on" value="1" checked=""/>
      <textarea name="body">hai &lt; ba</textarea><select name="place"><option value="a">A</option><option value="b" selected="">B</option></select>
      <input type="file" name="picture"/><button name="go">Gửi</button></form>`);
  const forms = formsOf(html).map((form) => [...form]);
  assert.deepEqual(forms, [
    [
      ['$ACTION_1:0', '{"id":1}'],
      ['version', '3'],
      ['on', '1'],
      ['body', 'hai < ba'],
      ['place', 'b'],
    ],
  ]);
});
