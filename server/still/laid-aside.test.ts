import { expect, test } from 'vitest';
import { LaidAside } from './laid-aside';
import { still } from './still';

test('each part stands where its mark came to stand, whatever it says, and what nobody placed is nowhere', () => {
  const aside = new LaidAside();
  const [one, two, three] = ['<p>một; $& hai</p>', '', '<b>0;</b>'].map(aside.lay);
  aside.lay('không ở đâu');
  expect(aside.put(`<main>${two}${three}; ${one}</main>`)).toBe('<main><b>0;</b>; <p>một; $& hai</p></main>');
  expect(aside.put(`<p>${one}</p>`), 'they are held no longer').toBe('<p></p>');
  expect(aside.put('<p>không có gì</p>')).toBe('<p>không có gì</p>');
});

test('a mark is plain text, and no other drawing has the same: a text cannot call a part in', () => {
  const [here, elsewhere] = [new LaidAside(), new LaidAside()];
  const mark = here.lay('<script>alert(1)</script>');
  expect(mark).toMatch(/^[a-z0-9;-]+$/);
  elsewhere.lay('<b>khác</b>');
  expect(elsewhere.put(`<p>${mark}</p>`)).toBe(`<p>${mark}</p>`);
});

test('a stilled page has its parts, and they are not stilled: nothing of Next is in them', () => {
  const aside = new LaidAside();
  const mark = aside.lay('<p>a</p><svg><path d="M0 0"/></svg>');
  const page = `<body><!--$-->${mark}<!-- -->${mark}<script>self.__next_f.push([1,"${mark}"])</script></body>`;
  const part = '<p>a</p><svg><path d="M0 0"/></svg>';
  expect(still(page, aside)).toBe(`<body>${part}${part}</body>`);
});
