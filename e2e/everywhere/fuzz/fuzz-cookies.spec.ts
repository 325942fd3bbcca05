import { expect, test } from '@playwright/test';
import { read } from '../../../test/factories/write';
import { type Chance, chanceOf, cookieNames, DEPTH, HOSTILE, inBytes, SEED } from '../../support/page/hostile';
import { type Sent, Target } from '../../support/processes/target';

/** What a browser may hold for this address, of ours or put there by somebody else. No answer is a failure of the portal. */
const REQUESTS = 800 * DEPTH ** 2;
/** Most cookies stand in a request: at the depth of `npm run fuzz` each has ten thousand values, a third of the session's good ones. */
const STANDS = 0.85;
test.describe.configure({ mode: 'default', timeout: 120_000 + REQUESTS * 500 });

let target: Target;
test.beforeAll(async () => {
  target = await Target.open();
});
test.afterAll(() => target?.close());

/** Names of next-auth's own beside those that the portal writes, plainly and under https. */
const COOKIES = [...cookieNames(), 'next-auth.callback-url'].flatMap((name) => [
  name,
  `__Secure-${name}`,
  `__Host-${name}`,
]);

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.|~!*%/+=:@';
const word = (chance: Chance, most: number) =>
  Array.from({ length: Math.floor(chance.next() * most) }, () => chance.one([...LETTERS])).join('');

const json = (chance: Chance, deep = 0): unknown =>
  chance.next() < 0.5 && deep < 4
    ? chance.one<() => unknown>([
        () => chance.some([0, 1, 2], 3).map(() => json(chance, deep + 1)),
        () =>
          Object.fromEntries(
            chance
              .some(['values', 'fields', 'problem', 'name', 'again', '__proto__', 'state', 'x'], 4)
              .map((key) => [key, json(chance, deep + 1)]),
          ),
      ])()
    : chance.one([null, true, -1, 1e300, 0.5, word(chance, 20), chance.one(HOSTILE)]);

/** One sign of it is another, or one is missing. */
const spoilt = (chance: Chance, real: string) => {
  const at = Math.floor(chance.next() * real.length);
  return real.slice(0, at) + chance.one(['', '0', 'A', '.', '%']) + real.slice(at + 1);
};

/** Real ones of these: a token, a hash with its id, what next-auth asks a form for, sealed words. */
const REAL = [
  '0'.repeat(64),
  `${'a'.repeat(64)}%7C${'b'.repeat(64)}`,
  `${'x'.repeat(36)}.${'y'.repeat(43)}`,
  'e30.e30.e30',
];

const value = (chance: Chance, signedIn: string): string =>
  chance.one<() => string>([
    () => inBytes(chance.one(HOSTILE)).slice(0, 400),
    () => word(chance, 200),
    () =>
      Buffer.from(JSON.stringify(json(chance)) ?? '')
        .toString('base64url')
        .slice(0, 400),
    () => spoilt(chance, chance.one([...REAL, signedIn])),
    () => chance.one(['%', '%00', '%E0%A4%A', '%ff', 'a|b|c', '|', 'http://[', 'null', 'é', '"a"', '', '=']),
  ])();

/** Whoever is signed in has a cookie that opens, among others that do not. */
function cookies(chance: Chance, official: string): string {
  const [own = '', token = ''] = official.split('=');
  const isSignedIn = chance.next() < 0.3;
  const lines = COOKIES.filter((name) => chance.next() < STANDS && !(isSignedIn && name === own)).map(
    (name) => `${name}=${value(chance, token)}`,
  );
  if (isSignedIn) lines.push(official);
  // of two with one name either may be read
  return [...lines, ...(chance.next() < 0.2 ? [`${chance.one(COOKIES)}=${value(chance, token)}`] : [])].join('; ');
}

test('every cookie that the portal reads, with whatever stands in it and in the others', async () => {
  const chance = chanceOf(SEED + 5);
  expect(COOKIES).toEqual(
    expect.arrayContaining([
      ...['next-auth.session-token', 'next-auth.csrf-token', 'sign-in-name', 'sign-in-device', 'remembered-device'],
      ...['errand-at-provider', 'member-card', 'member-card-opening', 'kept-form'],
    ]),
  );
  const [session] = await read<{ slug: string }>(
    target.database,
    `SELECT slug FROM session WHERE id = '${target.records.session}'`,
  );
  const paths = [
    '/dang-nhap',
    '/en/sign-in?asked=1',
    '/bao-khi-co-lop?again=1',
    `/tap-huan/${session?.slug}/giu-cho?again=1`,
    '/admin',
    '/admin/people',
    '/api/auth/session',
    '/api/auth/signin',
    '/api/auth/csrf',
    '/api/attendance/sessions',
    '/dang-nhap/buoc-hai',
    '/api/second-step',
    `/ve/${'a'.repeat(26)}`,
    '/the-hoi-vien',
    '/en/member-card',
    '/api/auth/provider/callback?code=x&state=x',
    '/api/auth/provider/left',
  ];
  const requests = Array.from(
    { length: REQUESTS },
    (_, at): Sent => ({
      path: paths[at % paths.length] ?? '/',
      headers: { cookie: cookies(chance, target.official.cookie) },
    }),
  );
  await target.expectNoFailure(requests);
});
