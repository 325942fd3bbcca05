import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** One word a meaning, in every layer: the tables of docs/domain.md, held against the folders and the names in the code. */
const DOCUMENT = readFileSync('docs/domain.md', 'utf8');

/** The rows of the table below a heading, by the names of its columns. */
function tableBelow(heading: string): Record<string, string>[] {
  const [, below = ''] = DOCUMENT.split(`\n## ${heading}\n`);
  const lines = below.slice(below.indexOf('\n|') + 1).split('\n');
  const rows = lines.slice(0, Math.max(0, lines.indexOf(''))).map((line) => line.split('|').slice(1, -1));
  const [columns = [], , ...cells] = rows.map((row) => row.map((cell) => cell.trim()));
  return cells.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
}

const words = tableBelow('Where a word stands');
const layers: Record<string, { rooms: () => string[]; path: (room: string) => string }> = {
  domain: { rooms: () => foldersOf('domain'), path: (room) => `domain/${room}` },
  components: { rooms: () => foldersOf('components'), path: (room) => `components/${room}` },
  'app/admin': {
    rooms: () => foldersOf('app/admin').filter((room) => !room.startsWith('[')),
    path: (room) => `app/admin/${room}`,
  },
  'prisma/schema': { rooms: () => namesIn('prisma/schema', '.prisma'), path: (room) => `prisma/schema/${room}.prisma` },
  'i18n/messages': {
    rooms: () => namesIn('i18n/messages/vi', '.json'),
    path: (room) => `i18n/messages/vi/${room}.json`,
  },
  e2e: { rooms: () => [], path: (room) => `e2e/${room}.spec.ts` },
};

function foldersOf(folder: string) {
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
}

function namesIn(folder: string, ending: string) {
  return readdirSync(folder).map((name) => name.slice(0, -ending.length));
}

/** The rooms that a word has in a layer: its own name where the cell says yes, none at a dash. */
function roomsOf(row: Record<string, string>, layer: string) {
  const cells = (row[layer] ?? '').split(',').map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '–').map((cell) => (cell === 'yes' ? (row.word ?? '') : cell));
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

/** What code says apart from comments: names, and the words in its strings. */
const tokensOf = (text: string) =>
  new Set(text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$|@relation\("\w+"/gm, '').match(/[A-Za-z][\w-]*/g) ?? []);
const partsOf = (token: string) =>
  token
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);

const isSaidIn = (token: string, word: string) => new RegExp(`(^| )${word}s?( |$)`).test(partsOf(token).join(' '));

/** Keys of words, never the words themselves. */
const keysOf = (text: string) => [...text.matchAll(/"([^"]+)":/g)].map(([, key]) => key).join(' ');

const named = [
  ...['app', 'components', 'domain', 'server', 'test'].flatMap(filesBelow).filter((path) => /\.tsx?$/.test(path)),
  ...['i18n/messages', 'prisma/schema'].flatMap(filesBelow).filter((path) => /\.(json|prisma)$/.test(path)),
].map((path) => {
  const text = readFileSync(path, 'utf8');
  const tokens = tokensOf(path.endsWith('.json') ? keysOf(text) : text);
  return { path, tokens: [...tokens, ...path.split(/[/.]/)] };
});

describe('one word a meaning', () => {
  test('every room of a layer belongs to one word, and every room that the table names is there', () => {
    expect(words.length).toBeGreaterThan(25);
    for (const [layer, { rooms, path }] of Object.entries(layers)) {
      const told = words.flatMap((row) => roomsOf(row, layer));
      for (const room of told) expect(existsSync(path(room)), `docs/domain.md, ${layer}: ${room}`).toBe(true);
      for (const room of rooms()) expect(told, `docs/domain.md has no word for ${path(room)}`).toContain(room);
    }
  });

  test('the words of the table are those of the pages', () => {
    for (const [column, locale] of [
      ['in Vietnamese', 'vi'],
      ['on English pages', 'en'],
    ] as const) {
      const said = filesBelow(`i18n/messages/${locale}`).map((path) => readFileSync(path, 'utf8').toLowerCase());
      for (const { word, [column]: spoken = '' } of words)
        if (spoken !== '–')
          expect(
            said.some((text) => text.includes(spoken.toLowerCase())),
            `${word}: ${spoken}`,
          ).toBe(true);
    }
  });

  test('what has a word is called by no other, in no name of a file, a type, a function, a key or a column', () => {
    const banned = tableBelow('Words that are not said');
    expect(banned.length).toBeGreaterThan(2);
    for (const { 'not said': not = '', in: rooms = '', 'but for': allowed = '' } of banned) {
      const except = new Set([...allowed.matchAll(/`([^`]+)`/g)].map(([, token]) => token));
      const within = named.filter(({ path }) => rooms === '–' || rooms.split(', ').some((room) => path.includes(room)));
      for (const { path, tokens } of within)
        for (const token of tokens)
          if (isSaidIn(token, not) && !except.has(token))
            expect.fail(`${path} says "${token}": docs/domain.md has another word for it than "${not}"`);
    }
  });
});
