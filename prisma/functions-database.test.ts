import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differenceOfFunctions, functionsInDatabase, functionsInProject } from '@/scripts/database/functions.mjs';
import { rulesInProject, rulesOf, tablesOfConcepts } from '@/scripts/database/rules.mjs';

const address = process.env.DATABASE_URL ?? '';

/** A concept that keeps itself has no folder, and lies on the ground of the domain. */
const isConcept = (name: string) =>
  [`domain/${name}`, `domain/${name}.ts`, `prisma/schema/${name}.prisma`].some((path) => existsSync(path));

test('every SQL function stands in one file, of the concept it belongs to, with the text that the database has', async () => {
  const names = functionsInProject().map(({ name }) => name);
  expect(names.length).toBeGreaterThan(90);
  expect(names).toEqual([...new Set(names)]);
  expect(names.toSorted()).toEqual((await functionsInDatabase(address)).map(({ name }) => name).toSorted());
  const files = [
    ...new Set(functionsInProject().map(({ file }) => file.replace(/(-due|-undo|-kept|-over)?[.]sql$/, ''))),
  ];
  expect(files.filter((file) => !isConcept(file))).toEqual([]);
  expect(await differenceOfFunctions(address)).toBe('');
});

test('every rule of a table stands in the file of its concept, as the database has it', async () => {
  const tables = [...tablesOfConcepts().values()].flat();
  expect(tables.length).toBeGreaterThan(80);
  expect(Object.fromEntries(rulesInProject())).toEqual(Object.fromEntries(await rulesOf(address)));
});
