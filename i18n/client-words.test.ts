import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { everywhere, together, type WordTree, wordsOf } from './client-words';
import { locales } from './locales';
import { messagesOf } from './messages';

const files = ['app', 'components', 'i18n', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => join(folder, file)),
);
const texts = new Map<string, string>();
const textOf = (file: string) => {
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return text;
};
/** It hands words on, and draws none. */
const BESIDE = join('components', 'layout', 'words-beside.tsx');

/** Component files that a file takes into the browser with it. */
function takenAlong(file: string): string[] {
  const named = [...textOf(file).matchAll(/^(?:import|export) (?!type )[^;]*?from '([@.][^']+)'/gms)];
  const dynamic = [...textOf(file).matchAll(/import\('([@.][^']+)'\)/g)];
  return [...named, ...dynamic].flatMap(([, path = '']) => {
    const base = path.startsWith('@/') ? path.slice(2) : join(dirname(file), path);
    return ['.tsx', '.ts'].map((ending) => base + ending).filter((each) => files.includes(each) && existsSync(each));
  });
}

/** The files themselves, and all that they take along. */
function withAll(begin: readonly string[]): Set<string> {
  const seen = new Set(begin);
  for (const file of seen) for (const other of takenAlong(file)) seen.add(other);
  return seen;
}

const isClient = (file: string) => /^['"]use client['"]/m.test(textOf(file));
const inBrowser = withAll(files.filter(isClient));

/**
 * The namespaces that a file asks words for, or '' for all of them. Asked in another way than by a plain text, it
 * fails.
 */
function askedIn(file: string): string[] {
  const text = textOf(file);
  if (file !== BESIDE) expect(text, file).not.toMatch(/\b(useMessages|useExtracted|createTranslator)\b/);
  return [...text.matchAll(/\buseTranslations(?:<[^>]*>)?\(([^)]*)\)/g)].map(([, asked = '']) => {
    expect(asked, `${file}: what it draws must be named by a plain text`).toMatch(/^('[A-Za-z.-]+')?$/);
    return asked.slice(1, -1);
  });
}

// the pages of the hall work without a network and bring their words themselves
const OWN_WORDS = ['attendance.hall', 'peer-lessons'];
const bringsItsWords = (file: string) => file.startsWith('app/(hall)/');

const liesIn = (namespace: string, given: readonly string[]) =>
  given.some((each) => each === namespace || namespace.startsWith(`${each}.`));

/** What client code draws that a file hands over to, beyond the words that every page carries. */
const needed = (file: string): string[] => {
  const client = [...withAll(takenAlong(file).filter(isClient))];
  const given = [...everywhere, ...(bringsItsWords(file) ? OWN_WORDS : [])];
  return [...new Set(client.flatMap(askedIn))].filter((namespace) => !liesIn(namespace, given));
};

/** The namespaces that a file puts around client code. */
const putAround = (file: string): string[] =>
  [...textOf(file).matchAll(/<Words of=\{\[([^\]]*)\]\}/g)].flatMap(([, named = '']) => named.match(/[\w.-]+/g) ?? []);

test('client code has every word that it draws: on every page, or around it where it is drawn, and nothing that it does not draw', () => {
  for (const file of files.filter((each) => !inBrowser.has(each))) {
    const [wanted, given] = [needed(file), putAround(file)];
    const missing = wanted.filter((namespace) => !liesIn(namespace, given));
    expect(missing, `${file}: <Words of={[…]}> around the client code that draws them`).toEqual([]);
    expect(
      given.filter((each) => !wanted.some((one) => liesIn(one, [each]))),
      file,
    ).toEqual([]);
  }
  const drawn = [...inBrowser].flatMap(askedIn);
  expect([...everywhere, ...OWN_WORDS].filter((each) => !drawn.some((one) => liesIn(one, [each])))).toEqual([]);
});

test('only files that are drawn on the server put words around client code', () => {
  expect([...inBrowser].filter((file) => putAround(file).length > 0)).toEqual([]);
});

test('every page carries no more of all words than a fortieth, in both languages; what is put around is there', async () => {
  for (const locale of locales) {
    const all = (await messagesOf(locale)) as WordTree;
    const words = wordsOf(all, everywhere);
    expect(words).toMatchObject({ ui: all.ui });
    expect(words.units).not.toHaveProperty('problems');
    expect(words).not.toHaveProperty('pairs');
    expect(JSON.stringify(words).length).toBeLessThan(JSON.stringify(all).length / 40);
    for (const namespace of files.flatMap(putAround))
      expect(JSON.stringify(wordsOf(all, [namespace])).length, namespace).toBeGreaterThan(namespace.length + 10);
  }
});

test('words put together hide none of either part, and change neither', () => {
  const [one, other] = [{ a: { b: '1' }, c: '2' }, { a: { d: { e: '3' } } }];
  expect(together(one, other)).toEqual({ a: { b: '1', d: { e: '3' } }, c: '2' });
  expect([one, other]).toEqual([{ a: { b: '1' }, c: '2' }, { a: { d: { e: '3' } } }]);
});
