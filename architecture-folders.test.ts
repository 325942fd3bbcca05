import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What a folder holds at most (docs/decisions/0059): a shelf that one sees at once. A file counts with its tests. */
const FILES_MAX = 15;
const LAYERS = ['app', 'components', 'domain', 'server', 'i18n', 'prisma', 'scripts', 'e2e', 'bench', 'test'];
/** Made by programs, one folder or file for each time they ran. */
const MADE = ['prisma/generated', 'prisma/migrations'];

const isFolder = (path: string) => statSync(path).isDirectory();

function foldersBelow(folder: string): string[] {
  const below = readdirSync(folder).map((name) => join(folder, name));
  return [folder, ...below.filter((path) => isFolder(path) && !MADE.includes(path)).flatMap(foldersBelow)];
}

/** The files of a folder by name, each test with what it tests. */
const shelfOf = (folder: string) =>
  new Set(
    readdirSync(folder)
      .filter((name) => !isFolder(join(folder, name)))
      .map((name) => name.replace(/(-(alone|database|storm))?(\.(test|spec))?\.\w+$/, '')),
  );

/** Every room that the table of words names, in whatever layer, and what lies on the ground of the domain. */
function roomsOfWords(): Set<string> {
  const [, below = ''] = readFileSync('docs/domain.md', 'utf8').split('\n## Where a word stands\n');
  const [table = ''] = below.split('\n## ');
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  const rooms = rows.flatMap((row) => row.split('|').flatMap((cell) => cell.split(',').map((room) => room.trim())));
  return new Set([...rooms, ...shelfOf('domain')]);
}

/** Whether each file of a folder is called as a word of the house, or as one part of it: `units`, `units-due`. */
const standsByWords = (folder: string, words: ReadonlySet<string>) =>
  [...shelfOf(folder)].every((name) => words.has(name) || words.has(name.replace(/-[a-z]+$/, '')));

describe('a folder is a shelf', () => {
  test('it holds at most fifteen files, or one for each word of the house', () => {
    const words = roomsOfWords();
    expect(words.size).toBeGreaterThan(40);
    const folders = LAYERS.flatMap(foldersBelow);
    expect(folders.length).toBeGreaterThan(200);
    const full = folders.filter((folder) => shelfOf(folder).size > FILES_MAX && !standsByWords(folder, words));
    expect(full.map((folder) => `${folder}: ${shelfOf(folder).size}`)).toEqual([]);
  });
});

test('pages for everybody read no question and are not drawn for each request: they are kept as they are drawn', () => {
  const shown = foldersBelow('app/[locale]/(public)').flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  const pages = shown.filter((path) => path.endsWith('.tsx'));
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) expect(readFileSync(path, 'utf8'), path).not.toMatch(/searchParams|force-dynamic/);
});
