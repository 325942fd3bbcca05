import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { anythingFor, LONG, longFor } from '@/test/chance/anything';
import { noteFigures } from '@/test/chance/figures';

/**
 * Whatever is sent to an action or a route is read by a zod input of the domain first. All of them are found by looking, so that a
 * new one is among them without a line here.
 */
const RUNS = 2_500 * Number(process.env.FUZZ_DEPTH ?? 1);
/** One that is said has the same values tried again; otherwise they are others each time. */
const SEED = process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {};
/** Of processor time: an input that looks back over a long text needs minutes, an honest one milliseconds. */
const LONGEST_MS = 1_000;
const DOMAIN = path.resolve(import.meta.dirname);
/** Files that hold inputs are plain TypeScript: those that need a database, or are tests, hold none. */
const isNoun = (name: string) => /\.ts$/.test(name) && !/(queries|commands|writes|test)\.ts$/.test(name);

const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && 'safeParse' in value && '_zod' in value;

type Input = { name: string; schema: z.ZodType };

async function inputsIn(file: string): Promise<Input[]> {
  if (!/export const \w*Inputs?\b/.test(readFileSync(path.join(DOMAIN, file), 'utf8'))) return [];
  const all: Record<string, unknown> = await import(path.join(DOMAIN, file));
  return Object.entries(all).flatMap(([name, value]) => {
    if (isSchema(value)) return [{ name: `${file}: ${name}`, schema: value }];
    if (!/Inputs$/.test(name) || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, one]) =>
      isSchema(one) ? [{ name: `${file}: ${name}.${key}`, schema: one }] : [],
    );
  });
}

const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' }).filter(isNoun);
const inputs = (await Promise.all(files.map(inputsIn))).flat();

/** What no column of text takes: the database would answer with an error. Passwords reach none: they are hashed as they are. */
const unkeepable = (value: unknown): boolean => {
  if (typeof value === 'string') return /\0|\p{Surrogate}/u.test(value);
  if (value instanceof Map || value instanceof Set) return [...value].some(unkeepable);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, one]) => !/password$/i.test(name) && unkeepable(one));
};

let [tried, taken] = [0, 0];
afterAll(() =>
  noteFigures(
    `${inputs.length} inputs, each with ${RUNS} values: ${tried} in all, of which ${taken} were taken and read again`,
  ),
);

test('there are inputs to be tried', () => {
  expect(inputs.length).toBeGreaterThan(200);
});

test.each(inputs)('$name answers anything at all, and what it takes can be kept and read again', ({ name, schema }) => {
  const isPassword = /: passwordInput$/.test(name);
  fc.assert(
    fc.property(anythingFor(schema), (value) => {
      const read = schema.safeParse(value);
      tried++;
      if (!read.success) return;
      taken++;
      expect(!isPassword && unkeepable(read.data)).toBe(false);
      const again = schema.safeParse(read.data);
      if (again.success) expect(again.data).toEqual(read.data);
    }),
    { numRuns: RUNS, ...SEED },
  );
});

test('no long text keeps an input at work', () => {
  const slow = inputs.flatMap(({ name, schema }) =>
    LONG.flatMap((text) => {
      const value = longFor(schema, text);
      const since = process.cpuUsage();
      schema.safeParse(value);
      const { user, system } = process.cpuUsage(since);
      return (user + system) / 1_000 < LONGEST_MS ? [] : [`${name}: ${text.slice(0, 8)}`];
    }),
  );
  expect(slow).toEqual([]);
});
