import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../ground/settings.mjs';
import { SOURCES } from './build.mjs';

const IMPORT = /^(?:import|export) (?!type)[^'"]*?from '(@\/|\.{1,2}\/)([^']+)'/gm;

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile();

/**
 * The files of the project that a file brings in.
 * @param {string} file
 */
function importsOf(file) {
  const found = [...readFileSync(file, 'utf8').matchAll(IMPORT)];
  return found.flatMap(([, from = '', to = '']) => {
    const path = from === '@/' ? join(ROOT, to) : join(dirname(file), from, to);
    return ['', '.ts', '.tsx', '.mjs', '/index.ts'].map((ending) => path + ending).find(isFile) ?? [];
  });
}

/** @param {string} source */
const filesOf = (source) =>
  isFile(join(ROOT, source))
    ? [join(ROOT, source)]
    : readdirSync(join(ROOT, source), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, source, name));

test('whatever the portal is built of has it built anew when it changes', () => {
  const isSource = (/** @type {string} */ path) =>
    SOURCES.some((source) => path === source || path.startsWith(`${source}/`));
  const code = SOURCES.flatMap(filesOf).filter((file) => /(?<!\.(test|spec))\.(tsx?|mjs)$/.test(file) && isFile(file));
  const missed = code
    .flatMap(importsOf)
    .map((file) => relative(ROOT, file))
    // Prisma's client is made from the schema, which is a source
    .filter((path) => !path.startsWith('prisma/generated/') && !isSource(path));
  assert.ok(code.length > 1_000);
  assert.deepEqual([...new Set(missed)].sort(), []);
});
