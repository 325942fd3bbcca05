/**
 * For PostCSS: `@source "reached from ./folder"` stands for each file that the pages in it draw with, in however many steps. So a
 * sheet holds the classes of its own pages, and none can be forgotten in a list.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = process.cwd();
const DRAWS = /\.tsx?$/;
const TESTS = /\.test\.tsx?$/;
/** Words, rules and rows have no classes. */
const DRAWING = ['app', 'components'].map((folder) => join(ROOT, folder));

/** @type {import('postcss').Plugin} */
export const reachedSources = {
  postcssPlugin: 'reached-sources',
  Once(root) {
    const place = dirname(root.source?.input.file ?? ROOT);
    root.walkAtRules('source', (rule) => {
      const folder = /^"reached from (.+)"$/.exec(rule.params)?.[1];
      if (!folder) return;
      for (const file of reachedFrom(resolve(place, folder)))
        rule.before({ name: 'source', params: JSON.stringify(relative(place, file)) });
      rule.remove();
    });
  },
};

/**
 * Every file that draws: those of a folder, and what they import.
 * @param {string} folder
 */
export function reachedFrom(folder) {
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && DRAWS.test(entry.name) && !TESTS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  /** @type {Set<string>} */
  const reached = new Set();
  for (let file = left.pop(); file; file = left.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    left.push(...importedBy(file));
  }
  return [...reached].sort();
}

/** @param {string} file */
function importedBy(file) {
  const named = [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)];
  return named.flatMap(([, name = '']) => {
    if (!/^[.@]\//.test(name) && !name.startsWith('../')) return [];
    const place = name.startsWith('@/') ? join(ROOT, name.slice(2)) : resolve(dirname(file), name);
    if (!DRAWING.some((folder) => place.startsWith(folder))) return [];
    return [place, `${place}.ts`, `${place}.tsx`].filter((one) => DRAWS.test(one) && isFile(one));
  });
}

/** @param {string} file */
const isFile = (file) => existsSync(file) && statSync(file).isFile();
