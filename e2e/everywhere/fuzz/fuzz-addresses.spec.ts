import { expect, test } from '@playwright/test';
import { type Chance, chanceOf, DEPTH, inAddress, queryOf, routesOf, SEED } from '../../support/page/hostile';
import { type Sent, Target } from '../../support/processes/target';

/** Values that strangers and officials may send by mistake or on purpose: each answer says what is wrong, and none is a failure of the portal. */
test.describe.configure({ mode: 'default', timeout: 180_000 * DEPTH });

let target: Target;
test.beforeAll(async () => {
  target = await Target.open();
});
test.afterAll(() => target?.close());

test('every address, with whatever stands in it', async () => {
  const chance = chanceOf(SEED);
  const all = routesOf();
  expect(all.length).toBeGreaterThan(150);
  const filled = (pattern: string) =>
    pattern.replace(/\*/g, () => (chance.next() < 0.6 ? chance.one(target.ids()) : inAddress(chance)));
  const requests = all.flatMap(({ pattern }): Sent[] => [
    ...Array.from({ length: DEPTH }, () => ({ path: filled(pattern) + queryOf(chance), headers: target.official })),
    { path: filled(pattern) + queryOf(chance) },
    { path: filled(pattern), headers: { ...target.official, rsc: '1', 'next-router-state-tree': inAddress(chance) } },
    {
      method: chance.one(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']),
      path: filled(pattern),
      headers: target.official,
    },
  ]);
  await target.expectNoFailure(requests);
});

const OPEN_DATA = ['communes', 'coverage', 'indicators', 'sessions', 'articles', 'snapshots', 'openapi.json', 'x'];
/** Of each parameter what it takes, beside which anything at all is sent. */
const TAKEN = {
  day: ['2026-10-31', '2025-01-01', '9999-12-31', '2026-02-30'],
  from: ['2025-08-01', '2026-10-31'],
  to: ['2026-10-31', '2025-08-01'],
  commune: ['long-hung', '26380', 'khong-co'],
  level: ['group', 'sub_association', 'commune'],
  language: ['vi', 'en', 'fr'],
  format: ['json', 'csv', 'xml'],
  after: ['1', 'a.b', '0197c348-8801-7e58-8a87-6c1163874164', 'zzzz.0197c348-8801-7e58-8a87-6c1163874164'],
  limit: ['1', '500', '501', '-1', '1e3'],
  indicator: ['coverage_group', 'people_trained', 'x'],
  kind: ['news', 'page'],
} as const;

test('open data, with whatever is asked of it', async () => {
  const chance = chanceOf(SEED + 6);
  const asked = (name: keyof typeof TAKEN) =>
    `${name}=${chance.next() < 0.7 ? chance.one(TAKEN[name]) : inAddress(chance)}`;
  const names = Object.keys(TAKEN) as (keyof typeof TAKEN)[];
  const requests = OPEN_DATA.flatMap((set): Sent[] =>
    Array.from({ length: 20 * DEPTH }, (_, at) => {
      const of = at % 5 === 0 ? `/${chance.next() < 0.5 ? chance.one(target.ids()) : inAddress(chance)}` : '';
      return { path: `/api/v1/${set}${of}?${chance.different(names, 4).map(asked).join('&')}` };
    }),
  );
  await target.expectNoFailure(requests);
});

const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain;charset=UTF-8',
  'image/png',
  '',
];
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '[{"a":"\\u0000"}]',
  '"\\ud800"',
  '{"__proto__":{"a":1}}',
  'a=%00&a=b&=&&%ff',
  '\0\0\0',
  '--x\r\n',
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--x--\r\n',
  '--x--',
  `[${'['.repeat(500)}`,
  '--x\r\nContent-Disposition: form-data; name="a"; filename="../\0"\r\nContent-Type: x\r\n\r\n1\r\n--x--\r\n',
];

test('every handler that takes something, with whatever is sent to it', async () => {
  const chance = chanceOf(SEED + 1);
  const requests = routesOf()
    .filter(({ pattern, sends }) => sends && /^\/(api|admin|en\/sign-in|dang-nhap)/.test(pattern))
    .flatMap(({ pattern }): Sent[] =>
      chance.different(TYPES, 3 * DEPTH).map((type) => ({
        method: 'POST',
        path: pattern.replace(/\*/g, () =>
          pattern.startsWith('/api/auth') ? authPart(chance) : chance.one(target.ids()),
        ),
        headers: { ...target.official, ...(type ? { 'content-type': type } : {}), ...strange(chance) },
        body: chance.one(BODIES),
      })),
    );
  await target.expectNoFailure(requests);
});

const authPart = ({ one }: Chance) =>
  one([
    'signin',
    'signout',
    'session',
    'csrf',
    'providers',
    'callback/credentials',
    'callback/x',
    'error',
    '_log',
    'x',
  ]);

const strange = ({ one }: Chance): Record<string, string> =>
  one<Record<string, string>>([
    {},
    {},
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { 'next-action': 'x' },
    { 'next-action': '7f'.repeat(21) },
    { accept: 'text/x-component', rsc: '1' },
    { 'accept-language': '\t;;q=', 'user-agent': '' },
  ]);

test('signing in, with whatever is sent for a name, a password and a place to come back to', async () => {
  const chance = chanceOf(SEED + 2);
  const requests = Array.from({ length: 120 }, (_, at): Sent => {
    const fields = chance.some(['identifier', 'password', 'callbackUrl', 'csrfToken', 'json', 'redirect'], 6);
    const path = `/api/auth/${at % 2 ? 'callback/credentials' : authPart(chance)}${queryOf(chance)}&callbackUrl=${inAddress(chance)}`;
    if (at % 3 === 0) return { path };
    const body = fields.map((name) => `${name}=${inAddress(chance)}`).join('&');
    return { method: 'POST', path, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  });
  await target.expectNoFailure(requests);
});
