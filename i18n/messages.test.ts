import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from './locales';
import { concepts, messagesOf } from './messages';

type Words = { [key: string]: string | Words };
const wordsOf = (locale: string, file: string): Words =>
  JSON.parse(readFileSync(`i18n/messages/${locale}/${file}`, 'utf8'));
const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const files = readdirSync('i18n/messages/vi');

/** The parameters of a message: the names after its outermost braces (inner ones belong to plural and select). */
function parameters(text: string): string[] {
  let depth = 0;
  return [...text].flatMap((sign, at) => {
    if (sign === '}') depth--;
    if (sign !== '{') return [];
    depth++;
    return depth === 1 ? (/^\{\s*(\w+)/.exec(text.slice(at))?.[1] ?? []) : [];
  });
}

describe('words', () => {
  test('both languages say everything, with the same parameters', () => {
    expect(readdirSync('i18n/messages/en')).toEqual(files);
    for (const file of files) {
      const [vi, en] = locales.map((locale) => Object.fromEntries(flat(wordsOf(locale, file))));
      expect(Object.keys(en ?? {}).sort(), file).toEqual(Object.keys(vi ?? {}).sort());
      for (const [key, text] of Object.entries(vi ?? {}))
        expect(new Set(parameters(en?.[key] ?? '')), `${file}: ${key}`).toEqual(new Set(parameters(text)));
    }
  });

  test('every file of words is loaded', () => {
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...concepts].sort());
  });

  test('of a language are put together once a process, each language for itself', async () => {
    const [vi, en] = [await messagesOf('vi'), await messagesOf('en')];
    expect([await messagesOf('vi'), await messagesOf('en')]).toEqual([vi, en]);
    expect(await messagesOf('vi')).toBe(vi);
    expect(vi.search).toEqual(wordsOf('vi', 'search.json'));
    expect(en.search).toEqual(wordsOf('en', 'search.json'));
  });

  test('words are in NFC and nothing is left empty', () => {
    for (const locale of locales)
      for (const file of files)
        for (const [key, text] of flat(wordsOf(locale, file))) {
          expect(text, `${locale}/${file}: ${key}`).not.toBe('');
          expect(text, `${locale}/${file}: ${key}`).toBe(text.normalize('NFC'));
        }
  });

  test('every problem a command can answer has words in both languages', () => {
    // who answers a call or plans a series books sessions, and reads what stands in their way; what stands first has words of its own
    const worded: Record<string, string> = {
      calls: 'trainings',
      series: 'trainings',
      'articles/front': 'front',
      agreements: 'second-pairs',
      'accounts/second-factors': 'second-factors',
      'accounts/code-apps': 'second-factors',
      'accounts/passkeys': 'second-factors',
      'accounts/factor-resets': 'second-factors',
    };
    for (const concept of readdirSync('domain').filter((name) => !name.includes('.'))) {
      const files = readdirSync(`domain/${concept}`, { recursive: true, encoding: 'utf8' });
      const commands = files.filter((file) => /commands\.ts$/.test(file));
      for (const file of commands)
        for (const [, name = ''] of readFileSync(`domain/${concept}/${file}`, 'utf8').matchAll(/problem\('([a-z-]+)'/g))
          for (const locale of locales) {
            const words = worded[`${concept}/${file.split('/')[0]}`] ?? worded[concept] ?? concept;
            const said = flat(wordsOf(locale, `${words}.json`)).map(([key]) => key);
            const shared = flat(wordsOf(locale, 'ui.json')).map(([key]) => key);
            expect(
              said.includes(`problems.${name}`) || shared.includes(`problems.${name}`),
              `${locale}/${concept}.json: problems.${name} (${file})`,
            ).toBe(true);
          }
    }
  });

  test('every action that a command writes into the trail has words in both languages', () => {
    const files = readdirSync('domain', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /commands\.ts$/.test(file),
    );
    // actions are the only names of two words that commands spell out, beside those of fields
    const isField = /(?:Ids?|Name|Url|Year|From)$|^(?:leaveOut|wholeCity)$/;
    const named = files.flatMap((file) =>
      [...readFileSync(`domain/${file}`, 'utf8').matchAll(/'([a-z]+(?:[A-Z][a-z]+)+)'/g)].map(([, name = '']) => name),
    );
    const actions = [...new Set(named)].filter((name) => !isField.test(name));
    expect(actions.length).toBeGreaterThan(100);
    for (const locale of locales)
      expect(Object.keys(wordsOf(locale, 'audit.json').actions ?? {}), locale).toEqual(expect.arrayContaining(actions));
  });
});
