import { createElement, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { ready } from './ready';
import { writtenOnce } from './written-once';

/** What is written of a page, and how many parts are left to React. */
function writtenOf(content: ReactNode) {
  const laid: string[] = [];
  ready(content, (part) => `${laid.push(part)}`);
  return laid.join('|');
}

type Place = { name: string; share: number };
const keyed = ({ name, share }: Place) => JSON.stringify([name, share]);

test('a part is drawn once for all that says the same, and anew for what says something else', () => {
  const drawn = vi.fn(({ name, share }: Place) => createElement('li', null, name, ' ', share));
  const Line = writtenOnce(drawn, keyed);
  const list = (...places: Place[]) => places.map((place) => createElement(Line, { key: place.name, ...place }));
  const first = writtenOf(list({ name: 'Long Hưng', share: 40 }, { name: 'Trảng Dài', share: 55 }));
  expect(first).toBe('<li>Long Hưng 40</li><li>Trảng Dài 55</li>');
  expect(drawn).toHaveBeenCalledTimes(2);
  expect(writtenOf(list({ name: 'Long Hưng', share: 40 }, { name: 'Trảng Dài', share: 55 }))).toBe(first);
  expect(drawn).toHaveBeenCalledTimes(2);
  expect(writtenOf(list({ name: 'Long Hưng', share: 41 }))).toBe('<li>Long Hưng 41</li>');
  expect(drawn).toHaveBeenCalledTimes(3);
});

test('two parts that are called alike are two parts', () => {
  const One = writtenOnce(({ name }: Place) => createElement('b', null, name), keyed);
  const Other = writtenOnce(({ name }: Place) => createElement('i', null, name), keyed);
  const place = { name: 'Long Hưng', share: 40 };
  expect(writtenOf([createElement(One, { key: 1, ...place }), createElement(Other, { key: 2, ...place })])).toBe(
    '<b>Long Hưng</b><i>Long Hưng</i>',
  );
});

test('what nobody says what decides it is drawn each time, and so is what React has a part of to write', () => {
  const drawn = vi.fn(({ name }: Place) => createElement('b', null, name));
  const Unsaid = writtenOnce(drawn, () => null);
  const pictured = vi.fn(({ name }: Place) => createElement('p', null, name, createElement('img', { src: '/a.png' })));
  const Pictured = writtenOnce(pictured, keyed);
  const place = { name: 'Long Hưng', share: 40 };
  for (let time = 1; time <= 2; time++) {
    expect(writtenOf(createElement(Unsaid, place))).toBe('<b>Long Hưng</b>');
    expect(drawn).toHaveBeenCalledTimes(time);
    expect(writtenOf(createElement(Pictured, place))).toBe('<p>Long Hưng|</p>');
  }
});

test('a process keeps some million letters of a part and not more', () => {
  const drawn = vi.fn(({ name }: Place) => createElement('b', null, name));
  const Line = writtenOnce(drawn, keyed);
  const name = 'a'.repeat(10_000);
  const write = (count: number) => {
    for (let share = 0; share < count; share++) writtenOf(createElement(Line, { name, share }));
  };
  write(100);
  write(100);
  expect(drawn).toHaveBeenCalledTimes(100);
  write(400);
  drawn.mockClear();
  write(1);
  expect(drawn).toHaveBeenCalledTimes(1);
});
