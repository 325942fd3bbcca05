import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../documents/written';
import { writtenPicture } from '../pictures/text-picture';
import { type PictureChange, pictureChanges, picturesApart } from './picture-changes';

const numberOf = (name: string) => `0197c348-8ef4-7aa0-861c-${name.charCodeAt(0).toString(16).padStart(12, '0')}`;
/** A text of paragraphs, in which a letter in brackets is a picture. */
const text = (...parts: string[]) =>
  documentOf(parts.map((part) => part.replace(/\[(.)\]/, (_, name) => writtenPicture(numberOf(name)))).join('\n\n'));
const nameOf = (picture: string) => String.fromCharCode(Number.parseInt(picture.slice(-12), 16));
/** "added a below Hai." */
const told = (changes: PictureChange[]) =>
  changes.map((change) =>
    [
      change.became,
      nameOf(change.picture),
      ...('before' in change ? ['for', nameOf(change.before)] : []),
      ...(change.after ? ['below', change.after] : []),
    ].join(' '),
  );
const became = (then: string[], now: string[]) => told(pictureChanges(text(...then), text(...now)));

describe('what became of the pictures of a text', () => {
  test('one came, one went, and it is said where', () => {
    expect(became(['Một.', 'Hai.'], ['Một.', 'Hai.', '[a]'])).toEqual(['added a below Hai.']);
    expect(became(['[a]', 'Một.'], ['Một.'])).toEqual(['removed a']);
    expect(became(['Một.', '[a]', '[b]'], ['Một.', '[b]'])).toEqual(['removed a below Một.']);
  });

  test('one stands in the place of another', () => {
    expect(became(['Một.', '[a]', 'Hai.'], ['Một.', '[b]', 'Hai.'])).toEqual(['changed b for a below Một.']);
  });

  test('one was moved among the words, or among pictures', () => {
    expect(became(['Một.', '[a]', 'Hai.'], ['Một.', 'Hai.', '[a]'])).toEqual(['moved a below Hai.']);
    expect(became(['Một.', '[a]', '[b]'], ['Một.', '[b]', '[a]'])).toHaveLength(1);
    expect(became(['[a]', 'Một.', 'Hai.'], ['Một.', '[b]', 'Hai.', '[a]'])).toEqual([
      'added b below Một.',
      'moved a below Hai.',
    ]);
  });

  test('none of it where only words changed, came or went around them, or stand in a list', () => {
    expect(became(['Một.', '[a]', 'Hai.'], ['Một khác.', '[a]', 'Hai.', 'Ba.'])).toEqual([]);
    expect(became(['Một.', '[a]'], ['Mới.', 'Một.', '[a]'])).toEqual([]);
    expect(became(['- một\n- hai', '> [a]'], ['- một\n- hai', '- ba', '> [a]'])).toEqual([]);
  });

  test('one that stands twice is told once for each place', () => {
    expect(became(['[a]', 'Một.'], ['[a]', 'Một.', '[a]'])).toEqual(['added a below Một.']);
  });

  test('whatever became of them: what stood there, without what went and with what came, is what stands there', () => {
    const parts = fc.array(fc.constantFrom('Một.', 'Hai.', 'Ba.', '[a]', '[b]', '[c]'), { maxLength: 8 });
    const many = (all: string[]) => all.filter((part) => part.startsWith('[')).map((part) => part[1]);
    fc.assert(
      fc.property(parts, parts, (then, now) => {
        const stands = many(then);
        for (const change of pictureChanges(text(...then), text(...now))) {
          const gone = change.became === 'removed' ? change.picture : 'before' in change ? change.before : null;
          if (gone) stands.splice(stands.indexOf(nameOf(gone)), 1);
          if (change.became === 'added' || change.became === 'changed') stands.push(nameOf(change.picture));
        }
        expect(stands.sort()).toEqual(many(now).sort());
      }),
    );
  });

  test('of texts that share nothing in no time', () => {
    const long = (from: number) =>
      Array.from({ length: 1_500 }, (_, at) =>
        at % 80 === 0 ? `[${at % 160 === 0 ? 'a' : 'b'}]` : `Đoạn ${at * 7 + from}.`,
      );
    const began = performance.now();
    pictureChanges(text(...long(0)), text(...long(3)));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('pictures of the two languages', () => {
  const apart = (vi: string[], en: string[]) =>
    picturesApart(text(...vi), text(...en)).map(({ picture, missingIn }) => `${missingIn} ${nameOf(picture)}`);

  test('that one lacks are told, each for its language', () => {
    expect(apart(['Một.', '[a]', '[b]'], ['One.', '[b]'])).toEqual(['en a']);
    expect(apart(['Một.', '[a]'], ['One.', '[b]'])).toEqual(['en a', 'vi b']);
  });

  test('that stand elsewhere are told, by the paragraphs above where there are as many, else by their order', () => {
    expect(apart(['Một.', '[a]', 'Hai.'], ['One.', 'Two.', '[a]'])).toEqual(['null a']);
    expect(apart(['Một.', '[a]', 'Hai.'], ['One.', '[a]', 'Two.'])).toEqual([]);
    expect(apart(['Một.', '[a]'], ['One.', 'More.', '[a]'])).toEqual([]);
    expect(apart(['Một.', '[a]', '[b]'], ['One.', 'More.', '[b]', '[a]'])).toHaveLength(1);
  });
});
