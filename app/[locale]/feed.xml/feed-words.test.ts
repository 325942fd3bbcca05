import { Feed } from 'feed';
import { expect, test } from 'vitest';
import { feedDescription, feedTitle } from './feed-words';

const HOSTILE = 'a & b ]]> c ]]> <script>d()</script> ]]]]><![CDATA[> ]]><e/>';

/** The words of the one item, and all that stands outside of sections of words. */
function read(title: string, description: string) {
  const feed = new Feed({ id: 'https://a.example', title: 'A', copyright: 'A' });
  feed.addItem({ title, description, link: 'https://a.example/b', date: new Date(0) });
  const xml = feed.rss2();
  const sections = [...xml.matchAll(/<(title|description)><!\[CDATA\[([\s\S]*?)\]\]><\/\1>/g)].map(
    ([, , words]) => words,
  );
  return { sections, outside: xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '') };
}

test('an item says its words, and none of them is a part of the feed, however often one ends the section in which they stand', () => {
  const { sections, outside } = read(feedTitle(HOSTILE), feedDescription(HOSTILE));
  expect(sections).toEqual([
    'a & b ]] > c ]] > <script>d()</script> ]]]] ><![CDATA[> ]] ><e/>',
    'a &amp; b ]]&gt; c ]]&gt; &lt;script&gt;d()&lt;/script&gt; ]]]]&gt;&lt;![CDATA[&gt; ]]&gt;&lt;e/&gt;',
  ]);
  expect(outside).not.toMatch(/<script|<e\/>|CDATA|\]\]/);
});

test('words that say nothing to a machine stay as they are', () => {
  for (const words of ['Lớp học ở tổ 7: “gọi video” & 1 > 0?', 'a'])
    expect(read(feedTitle(words), feedDescription(words)).sections[0]).toBe(words);
});
