import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales } from './locales';
import { messagesOf } from './messages';

const sources = ['app', 'components', 'server', 'i18n']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && statSync(path).isFile())
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Where the words of a file come from: "people", "people.list"; '' for all of them. */
const spacesOf = (text: string) =>
  [
    ...text.matchAll(/\b(?:use|get)Translations(?:<\w+>)?\((?:'([\w.-]+)'|\{[^}]*?namespace: '([\w.-]+)'[^}]*\})?/g),
  ].map(([, plain = '', named]) => named ?? plain);

/** Where those come from that are handed in with a type that says it. */
const typedSpacesOf = (text: string) =>
  [...text.matchAll(/\buseTranslations<'([\w.-]+)'>/g)].map(([, named = '']) => named);

/** A file that is told where its words come from. */
const CHOSEN = /Translations\((?:\{ locale, namespace \}|[a-z]\w*\)|`)/;

/** The keys that are asked of a translator, or how one begins where a part follows only when it is drawn. */
const asked = (text: string) => [
  ...[...text.matchAll(/\b(?:t|all|words|marks|ui|problems)(?:\.rich|\.markup)?\(\s*'([\w.-]+)'/g)].map(
    ([, key = '']) => ({
      key,
      begins: false,
    }),
  ),
  ...[
    ...text.matchAll(
      /\b(?:t|all|words|marks|ui|problems)(?:\.rich|\.markup)?\(\s*`([\w-]+(?:\.[\w-]+)*)\.\$\{[^}]+\}`/g,
    ),
  ].map(([, key = '']) => ({ key, begins: true })),
];

test('every word that a page asks for is there in both languages, so that none shows its key', async () => {
  let checked = 0;
  for (const locale of locales) {
    const messages = await messagesOf(locale);
    const find = (path: string) =>
      path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], messages);
    for (const { path, text } of sources) {
      const spaces = spacesOf(text);
      // words handed in from elsewhere: they are looked for everywhere
      const named = spaces.length > 0 && !CHOSEN.test(text);
      const places = named ? spaces : ['', ...Object.keys(messages), ...typedSpacesOf(text)];
      for (const { key, begins } of asked(text)) {
        const found = places.map((space) => find(space ? `${space}.${key}` : key));
        const there = found.some((word) => (begins ? typeof word === 'object' : typeof word === 'string'));
        expect(there, `${path}: "${key}" has no words in ${locale} (${places.join(', ')})`).toBe(true);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(2000);
});
