import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['app', 'components', 'domain', 'server', 'i18n', 'prisma', 'scripts', 'e2e', 'bench', 'test'];
const LINES_MAX = 50;

/** A line that ends in the opening of a body: of an arrow, a function or a method. */
const OPENS = /(=>( [({[]+)?|\)(: [^=]*)? \{)$/;
const IS_NO_FUNCTION = /^\s*(\} )?(if|for|while|switch|catch|else|do)\b|\bdescribe\b/;
const indentOf = (line: string) => line.search(/\S/);
/** Neither blank nor a comment. */
const isCode = (line: string) => /^\s*(?!\/\/|\/?\*)\S/.test(line);

/** The functions of a text, each with its lines of code. The text is formatted, so one ends where its indentation does. */
function functionsOf(text: string) {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!OPENS.test(line) || !isCode(line)) return [];
    const indent = indentOf(line);
    const isHead = (other: string) => indentOf(other) === indent && !/^\s*[)\]}]/.test(other);
    const isEnd = (other: string) => indentOf(other) >= 0 && indentOf(other) <= indent;
    const begin = lines.slice(0, at + 1).findLastIndex(isHead);
    const head = lines[begin] ?? '';
    if (IS_NO_FUNCTION.test(head)) return [];
    const end = at + 1 + lines.slice(at + 1).findIndex(isEnd);
    return [{ head: head.trim(), length: lines.slice(begin, end + 1).filter(isCode).length }];
  });
}

test('a function is read to its end, its parameters with it, and neither blank lines nor comments count', () => {
  const text = ['test(', '  async ({', '    page,', '  }) => {', '    // why', '', '    if (page) {', '      go();'];
  expect(functionsOf([...text, '    }', '  },', ');'].join('\n'))).toEqual([{ head: 'async ({', length: 7 }]);
});

test('no function is longer than fifty lines of code', () => {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ).filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.startsWith('prisma/generated/'));
  for (const path of paths)
    for (const { head, length } of functionsOf(readFileSync(path, 'utf8')))
      expect(length, `${path}: ${head}`).toBeLessThanOrEqual(LINES_MAX);
});
