import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atSources } from './source-positions';

const SOURCE = `type Nothing = void;

export function fail(): Nothing {
  throw new Error('gone wrong');
}`;

let folder: string;

/** The stack of an error that code throws which was compiled onto one line. */
async function stackOf(name: string, { withMap }: { withMap: boolean }): Promise<string> {
  const file = join(folder, `${name}.js`);
  const { code, map } = await transform(SOURCE, {
    loader: 'ts',
    minify: true,
    sourcemap: 'external',
    sourcefile: `${name}.ts`,
  });
  writeFileSync(file, code);
  if (withMap) writeFileSync(`${file}.map`, map);
  const { fail } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  try {
    fail();
  } catch (error) {
    return (error as Error).stack ?? '';
  }
  return '';
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-positions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an error names the line of the source, where the map lies beside what runs', async () => {
  const stack = await stackOf('mapped', { withMap: true });
  expect(stack).not.toContain('mapped.ts:4');
  expect(atSources(stack)).toContain('mapped.ts:4:');
});

test('without a map the stack is left as it is', async () => {
  const stack = await stackOf('bare', { withMap: false });
  expect(stack).toContain('bare.js');
  expect(atSources(stack)).toBe(stack);
});
