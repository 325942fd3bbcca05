import { describe, expect, test } from 'vitest';
import { type ArticleNode, plainOf } from '../document';
import { markdownOf } from '../documents/markdown';
import { documentOf } from '../documents/written';
import { picturesOf, readPicture } from './text-picture';

const id = '018f6d2a-0000-7000-8000-000000000001';
const doc = (...content: ArticleNode[]) => JSON.stringify({ type: 'doc', content });
const lead: ArticleNode = { type: 'paragraph', content: [{ type: 'text', text: 'Lời đầu' }] };
const picture = (attrs: Record<string, unknown>): ArticleNode => ({ type: 'picture', attrs });

test('a picture goes through Markdown and comes back the same, among other blocks and within them', () => {
  const list: ArticleNode = { type: 'blockquote', content: [lead, picture({ ref: id })] };
  const document = documentOf(doc(lead, picture({ ref: id }), list, lead));
  expect(picturesOf(document)).toEqual([id, id]);
  expect(documentOf(markdownOf(document))).toEqual(document);
});

test('a picture in the library’s address on a line of its own stands between the lines around it', () => {
  for (const line of [`[[/admin/pictures/${id}]]`, `[[ https://vi-du.vn/admin/pictures/${id}/ ]]`])
    expect(documentOf(`Lời đầu\n${line}\nLời sau`).content?.map(({ type }) => type)).toEqual([
      'paragraph',
      'picture',
      'paragraph',
    ]);
});

describe('what is no picture of the library is none', () => {
  test.each([
    '[[/admin/pictures/new]]',
    `[[/admin/pictures/${id}/use]]`,
    `[[//evil.example/admin/pictures/${id}]]`,
    `chữ [[/admin/pictures/${id}]]`,
    '![một hình](https://evil.example/a.png)',
  ])('%s', (line) => {
    expect(readPicture(line)).toBeNull();
    expect(picturesOf(documentOf(line))).toEqual([]);
  });

  test.each([
    { ref: 'https://evil.example/a.png' },
    { ref: `${id}/../../x` },
    { ref: id.toUpperCase() },
    { ref: [id] },
    { ref: null },
    {},
    { src: id },
  ])('%j', (attrs) => {
    expect(picturesOf(documentOf(doc(lead, picture(attrs))))).toEqual([]);
  });
});

test('of a picture that is sent its number alone is kept, and it is no word of the text', () => {
  const sent = picture({ ref: id, words: 'Chị Lan', onerror: 'alert(1)', src: 'x' });
  const document = documentOf(doc(lead, sent));
  expect(document.content).toEqual([lead, picture({ ref: id })]);
  expect(plainOf(document)).toBe('Lời đầu');
});
