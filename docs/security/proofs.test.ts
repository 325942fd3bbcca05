import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** The requirements of ASVS 5.0 at levels 1 and 2: of each chapter its sections, of each section their numbers. */
const REQUIRED: Record<string, string> = {
  1: '1: 1-2; 2: 1-9; 3: 1-11; 4: 1-3; 5: 1-2',
  2: '1: 1-3; 2: 1-3; 3: 1-4; 4: 1-1',
  3: '2: 1-2; 3: 1-4; 4: 1-6; 5: 1-5; 7: 1-2',
  4: '1: 1-3; 2: 1-1; 3: 1-2; 4: 1-4',
  5: '1: 1-1; 2: 1-3; 3: 1-2; 4: 1-3',
  6: '1: 1-3; 2: 1-12; 3: 1-4; 4: 1-4; 5: 1-5; 6: 1-3; 8: 1-4',
  7: '1: 1-3; 2: 1-4; 3: 1-2; 4: 1-5; 5: 1-2; 6: 1-2',
  8: '1: 1-2; 2: 1-3; 3: 1-1; 4: 1-1',
  9: '1: 1-3; 2: 1-4',
  10: '1: 1-2; 2: 1-2; 3: 1-4; 4: 1-11; 5: 1-5; 6: 1-2; 7: 1-3',
  11: '1: 1-2; 2: 1-3; 3: 1-3; 4: 1-4; 5: 1-1; 6: 1-1',
  12: '1: 1-3; 2: 1-2; 3: 1-4',
  13: '1: 1-1; 2: 1-5; 3: 1-2; 4: 1-5',
  14: '1: 1-2; 2: 1-4; 3: 1-3',
  15: '1: 1-3; 2: 1-3; 3: 1-7',
  16: '1: 1-1; 2: 1-5; 3: 1-4; 4: 1-3; 5: 1-3',
  17: '1: 1-1; 2: 1-4; 3: 1-2',
};
const required = Object.entries(REQUIRED).flatMap(([chapter, sections]) =>
  sections.split('; ').flatMap((section) => {
    const [, number, first, last] = /^(\d+): (\d+)-(\d+)$/.exec(section) ?? expect.unreachable(section);
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, at) => `${chapter}.${number}.${Number(first) + at}`);
  }),
);

/** Lines of a sheet whose fields may stand in quotes and never hold a line break. */
const fieldsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );

const [head = '', ...lines] = read('docs/security/asvs.csv').trim().split('\n');
const rows = lines.map((line) => {
  const [requirement = '', level = '', words = '', state = '', where = '', shown = '', remark = ''] = fieldsOf(line);
  const list = (text: string) => text.split('; ').filter(Boolean);
  return { requirement, level, words, state, where: list(where), shown, remark };
});

/** Tests as they are named: a path, then the words of the test. */
const testsIn = (shown: string) =>
  shown
    .split(/; (?=[^ ]+\.(?:test|spec)\.(?:ts|mjs) :: )/)
    .filter(Boolean)
    .map((each) => each.split(' :: '));

const isThere = (file: string, words: string) => existsSync(path.join(ROOT, file)) && read(file).includes(words);

test('every requirement of levels 1 and 2 has one line, and nothing else has', () => {
  expect(head).toBe('requirement,level,words,state,where,test,remark');
  expect(required).toHaveLength(253);
  expect(rows.map(({ requirement }) => requirement)).toEqual(required);
  for (const { requirement, level } of rows) expect(level, requirement).toMatch(/^[12]$/);
});

test('each line says where it is met and what shows that, or why not', () => {
  for (const { requirement, words, state, where, shown, remark } of rows) {
    expect(words, requirement).not.toBe('');
    expect(state, requirement).toMatch(/^(met|in part|not met|does not apply)$/);
    if (state === 'met') expect([where.length > 0, shown !== ''], requirement).toEqual([true, true]);
    else expect(remark || shown, requirement).not.toBe('');
  }
});

test('every path and every test that is named is there', () => {
  for (const { requirement, where, shown } of rows) {
    for (const file of where) expect(existsSync(path.join(ROOT, file)), `${requirement}: ${file}`).toBe(true);
    for (const [file = '', words = ''] of testsIn(shown)) {
      expect(words, `${requirement}: ${file}`).not.toBe('');
      expect(isThere(file, words), `${requirement}: ${file} :: ${words}`).toBe(true);
    }
  }
});

test('every test that is said to refuse what was tried is there', () => {
  const cited = [
    ...read('docs/security/tried-again.md').matchAll(/`([^`]+\.(?:test|spec)\.(?:ts|mjs))`((?:,? “[^”]+”)+)/g),
  ];
  const tests = cited.flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, words = '']) => ({ file, words })),
  );
  expect(tests.length).toBeGreaterThan(40);
  for (const { file, words } of tests) expect(isThere(file, words), `${file}: ${words}`).toBe(true);
});
