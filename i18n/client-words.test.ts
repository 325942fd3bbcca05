import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { clientNamespaces, wordsForClient } from './client-words';
import { locales } from './locales';
import { messagesOf } from './messages';

const files = ['app', 'components', 'i18n', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => join(folder, file)),
);
const textOf = (file: string) => readFileSync(file, 'utf8');

/** Component files that a file takes into the browser with it. */
function takenAlong(file: string): string[] {
  const named = [...textOf(file).matchAll(/^(?:import|export) (?!type )[^;]*?from '([@.][^']+)'/gms)];
  const dynamic = [...textOf(file).matchAll(/import\('([@.][^']+)'\)/g)];
  return [...named, ...dynamic].flatMap(([, path = '']) => {
    const base = path.startsWith('@/') ? path.slice(2) : join(dirname(file), path);
    return ['.tsx', '.ts'].map((ending) => base + ending).filter((each) => files.includes(each) && existsSync(each));
  });
}

function reached(): string[] {
  const seen = new Set(files.filter((file) => /^['"]use client['"]/m.test(textOf(file))));
  for (const file of seen) for (const other of takenAlong(file)) seen.add(other);
  return [...seen];
}

/**
 * The namespaces that a file asks words for, or '' for all of them. Asked in another way than by a plain text, it
 * fails.
 */
function askedIn(file: string): string[] {
  const text = textOf(file);
  expect(text, file).not.toMatch(/\b(useMessages|useExtracted|createTranslator)\b/);
  return [...text.matchAll(/\buseTranslations(?:<[^>]*>)?\(([^)]*)\)/g)].map(([, asked = '']) => {
    expect(asked, `${file}: what it draws must be named by a plain text`).toMatch(/^('[A-Za-z.-]+')?$/);
    return asked.slice(1, -1);
  });
}

// the page for the hall works without a network and brings its words itself
const OWN_WORDS = ['attendance.hall'];

test('a browser is given every word that client code draws, and no namespace that nothing draws', () => {
  const given = [...clientNamespaces, ...OWN_WORDS];
  const drawn = new Set<string>();
  for (const file of reached())
    for (const namespace of askedIn(file)) {
      expect(
        given.some((each) => each === namespace || namespace.startsWith(`${each}.`)),
        `${file}: ${namespace} is not among the words for client code`,
      ).toBe(true);
      drawn.add(namespace);
    }
  const isDrawn = (each: string) => [...drawn].some((one) => one === each || one.startsWith(`${each}.`));
  expect(given.filter((each) => !isDrawn(each))).toEqual([]);
});

test('in both languages, and no more of them than a twelfth: every page carries them', async () => {
  for (const locale of locales) {
    const all = (await messagesOf(locale)) as Parameters<typeof wordsForClient>[0];
    const words = wordsForClient(all);
    expect(words).toMatchObject({ ui: all.ui });
    expect(words.units).not.toHaveProperty('problems');
    expect(words.pairs).not.toHaveProperty('list');
    for (const namespace of clientNamespaces)
      expect(
        namespace.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], words),
        namespace,
      ).toBeTypeOf('object');
    expect(JSON.stringify(words).length).toBeLessThan(JSON.stringify(all).length / 12);
  }
});
