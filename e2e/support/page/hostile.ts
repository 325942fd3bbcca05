import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales } from '../../../i18n/locales';
import { type RouteName, routes } from '../../../i18n/routes';
import { builtActions } from './forms';

/** Chance from a seed: a run that found something can be had again. */
export function chanceOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value;
  const some = <Value>(values: readonly Value[], most: number): Value[] =>
    Array.from({ length: 1 + Math.floor(next() * most) }, () => one(values));
  const different = <Value>(values: readonly Value[], most: number): Value[] =>
    values
      .map((value) => ({ value, at: next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, most)
      .map(({ value }) => value);
  return { next, one, some, different };
}
export type Chance = ReturnType<typeof chanceOf>;

/** Another seed asks other things; a greater depth asks more of them of each address, action and form. */
export const SEED = Number(process.env.FUZZ_SEED ?? 20_261_128);
export const DEPTH = Number(process.env.FUZZ_DEPTH ?? 1);

/** Values that nobody types, or only somebody who wants to know what happens. */
export const HOSTILE = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202e',
  '\ufeff',
  'ㅤㅤ',
  '\ud800',
  'x\udfffy',
  '\u{10ffff}',
  '\r\n\r\nSet-Cookie: a=b',
  '0',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(30),
  '99999999999999999999',
  '0x10',
  '2147483648',
  '1.5',
  '-0',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '99999-01-01',
  '2026-13',
  '25:61',
  '2026-11-24T00:00:00Z',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  '[]',
  '{"a":',
  '$1',
  '$K1',
  "'",
  '"',
  '\\',
  '%',
  '%_%',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'javascript:alert(1)',
  '//evil.example',
  'https://evil.example/',
  'http://[',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(3_000),
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01890000-0000-7000-8000-00000000000z',
  'a b',
  '(',
  '*',
  '!!',
  '<->',
  ':*',
] as const;

/** Half a character has no bytes: as browsers do, its place is kept by another one. */
export const inBytes = (text: string) => encodeURIComponent(Buffer.from(text).toString());

/** The same in an address; some as bytes that are no text at all. */
export const inAddress = (chance: Chance): string =>
  chance.one([
    ...HOSTILE.map((text) => inBytes(text)),
    '%ED%A0%80',
    '%ff',
    '%00',
    '%%0000',
    '%E0%A4%A',
    '+',
    '&',
    '=',
    '%2500',
  ]);

/** The keys that pages read from their addresses. */
const QUERIED = (
  'q after kind unit commune status state list show view day month when own course by from to level under closed said with ' +
  'family learner language skill whole on topic audience mode format callbackUrl error problem name again token office ' +
  'scope network place page session person model source series field code group step asked csrf json'
).split(' ');

export function queryOf(chance: Chance): string {
  const pairs = chance.some(QUERIED, 4).map((key) => `${key}${chance.one(['', '', '[]', '[a]'])}=${inAddress(chance)}`);
  return `?${[...pairs, ...(chance.next() < 0.3 ? [pairs[0]] : [])].join('&')}`;
}

export type AppRoute = { pattern: string; reads: boolean; sends: boolean };

/** Every address of the portal, as the folder `app` has them; a part that can be anything is "*". */
export function routesOf(folder = 'app'): AppRoute[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|\/)(page\.tsx|route\.ts)$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const handler = file.endsWith('route.ts');
    const reads = !handler || /export (const|async function|function) GET|as GET/.test(text);
    const sends = !handler || /export (const|async function|function) POST|as POST/.test(text);
    return addressesOf(dirname(file)).map((pattern) => ({ pattern, reads, sends }));
  });
}

function addressesOf(folder: string): string[] {
  const parts = folder.split('/').filter((part) => !/^\(.*\)$/.test(part));
  if (parts[0] !== '[locale]') return [`/${parts.map((part) => (part.startsWith('[') ? '*' : part)).join('/')}`];
  const page = parts.slice(1).filter((part) => !part.startsWith('[[') && part !== 'asked');
  const names = (Object.keys(routes) as RouteName[]).filter((name) => sameShape(routes[name].page, page.join('/')));
  return names.flatMap((name) => locales.map((locale) => routes[name].path[locale].replace(/\[\w+\]/g, '*')));
}

const sameShape = (one: string, other: string) => one.replace(/\[\w+\]/g, '*') === other.replace(/\[\w+\]/g, '*');

/** The server actions of the build, by their ids, each with an address at which its page stands. */
export const actionsOf = (): { id: string; page: string }[] =>
  builtActions().map(({ id, pages }) => {
    const page = pages[0]?.replace(/^app|\/page$/g, '') ?? '/admin';
    return { id, page: addressesOf(page.replace(/^\//, ''))[0] ?? '/admin' };
  });

/** Cookies that the portal writes and reads, without their prefix of https: every file that asks for the jar names one, or takes it from another. */
export function cookieNames(): string[] {
  const files = ['app', 'server', 'domain'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))),
  );
  return files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => /\bcookies\(\)/.test(text))
    .flatMap(({ file, text }) => {
      const names = [...text.matchAll(/^(?:export )?const \w*(?:NAME|COOKIE) = (?:\w+\()?['`]([\w.-]+)['`]\)?;$/gm)];
      if (names.length === 0) throw new Error(`${file} reads a cookie and names none`);
      return names.map(([, name = '']) => name);
    });
}
