import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import tailwind from '@tailwindcss/postcss';
import postcss, { type AcceptedPlugin } from 'postcss';
import { beforeAll, expect, test } from 'vitest';

const FILE = 'components/ui/styles/public/public.css';

let sheet = '';
beforeAll(async () => {
  const { default: config } = await import(pathToFileURL('postcss.config.mjs').href);
  const plugins = config.plugins.map((plugin: unknown) => (Array.isArray(plugin) ? tailwind(plugin[1]) : plugin));
  const made = await postcss(plugins as AcceptedPlugin[]).process(readFileSync(FILE), { from: FILE });
  sheet = made.css;
});

test('whatever the sheet of public pages calls by a name, it says somewhere', () => {
  const called = new Set([...sheet.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
  const said = new Set([...sheet.matchAll(/[{;\s](--[\w-]+):/g)].map(([, name]) => name));
  expect([...called].filter((name) => !said.has(name))).toEqual([]);
  expect([...called]).toContain('--color-paper'); // which whoever wants more contrast sees in another colour
});

test('the sheet of public pages says nothing of the signed-in area, nor of a calendar that a script brings', () => {
  expect(sheet).not.toMatch(/\.admin\b/);
  expect(sheet).not.toMatch(/\.day-calendar\b/);
  expect(sheet).toMatch(/\.calendar-button\b/);
});
