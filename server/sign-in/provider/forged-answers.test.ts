import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerOf, type SignInProvider } from '@/domain/ground/sign-in-provider';
import { openLyingProvider, rightToken } from '@/test/servers/providers/lying-provider';
import { answerOf } from './ask-provider';
import type { Errand } from './errand';
import { knownProvider } from './known-provider';

const PORTAL = 'http://127.0.0.1:9';
const errand: Errand = { state: 'state', nonce: 'nonce', verifier: 'v'.repeat(43), to: '/', locale: 'vi', at: 0 };
let there: Awaited<ReturnType<typeof openLyingProvider>>;
let provider: SignInProvider;
type Token = ReturnType<typeof rightToken>;

beforeAll(async () => {
  there = await openLyingProvider();
  const said = providerOf({
    OIDC_ISSUER: there.issuer,
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'x',
  });
  if (!said) throw new Error('no provider');
  provider = said;
});
afterAll(() => there.close());

const answer = () => answerOf(provider, PORTAL, { errand, question: '?code=code&state=state' });
const right = (): Token => rightToken({ issuer: there.issuer, clientId: 'portal', nonce: 'nonce' });
const now = () => Math.floor(Date.now() / 1_000);
const claiming = (claims: Record<string, unknown>) => (token: Token) => ({
  ...token,
  claims: { ...token.claims, ...claims },
});

test('the right token opens, so that each of these is refused for its one lie', async () => {
  there.answerWith(right());
  expect(await answer()).toEqual({
    ok: true,
    value: { issuer: there.issuer, subject: 'lan', email: 'lan@demo.invalid', secondStep: false },
  });
});

test.each<[string, (token: Token) => Token | null]>([
  ['no token at all', () => null],
  ['a token for another client', claiming({ aud: 'another' })],
  ['a token for several, of whom another was meant', claiming({ aud: ['portal', 'another'], azp: 'another' })],
  ['a token of another issuer', claiming({ iss: 'https://other.example.org' })],
  ['a token of another sign-in', claiming({ nonce: 'another' })],
  ['a token of no sign-in', claiming({ nonce: undefined })],
  ['a token that is over', claiming({ exp: 1_700_000_000 })],
  ['a token without an end', claiming({ exp: undefined })],
  ['a token that is not good yet', (token) => claiming({ nbf: now() + 3_600 })(token)],
  ['a token of nobody', claiming({ sub: undefined })],
  ['a token signed by somebody else', (token) => ({ ...token, foreign: true })],
  ['a token whose signature was cut off', (token) => ({ ...token, unsigned: true })],
  ['a token that says it needs none', (token) => ({ ...token, header: { alg: 'none' }, unsigned: true })],
  ['a token signed with the portal’s secret', (token) => ({ ...token, header: { alg: 'HS256' }, with: 'secret' })],
  ['a token signed with the public key', (token) => ({ ...token, header: { alg: 'HS256' }, with: there.publicKey })],
  [
    'a token of who signed in there longer ago than a session may rest',
    (token) => claiming({ auth_time: now() - 3_700 })(token),
  ],
  ['a token that does not say when she signed in there', claiming({ auth_time: undefined })],
  ['a token for a name with a sign that nobody sees', claiming({ sub: 'lan\u0000' })],
  ['a token for a name that is written in another form', claiming({ sub: 'Tha\u0301ng' })],
  ['a token of a key that the provider does not know', (token) => ({ ...token, header: { alg: 'RS256', kid: 'two' } })],
])('%s comes to nothing', async (_, lie) => {
  there.answerWith(lie(right()));
  expect(await answer()).toMatchObject({ ok: false, problem: 'provider-refused' });
});

test('a second factor that the provider says counts where the settings name its claim, and nowhere else', async () => {
  const counts = async (secondStep: SignInProvider['secondStep'], amr: unknown) => {
    there.answerWith(claiming({ amr })(right()));
    const question = '?code=code&state=state';
    const answered = await answerOf({ ...provider, secondStep }, PORTAL, { errand, question });
    return answered.ok && answered.value.secondStep;
  };
  const rule = { claim: 'amr', value: 'mfa' } as const;
  expect([await counts(rule, ['mfa']), await counts(rule, ['pwd']), await counts(null, ['mfa'])]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a name for her that is longer than the standard lets it be, and an address that is none, tie nothing', async () => {
  there.answerWith(claiming({ email: 'not an address' })(right()));
  expect(await answer()).toMatchObject({ ok: true, value: { email: null } });
  there.answerWith(claiming({ sub: 'x'.repeat(256) })(right()));
  expect(await answer()).toMatchObject({ ok: false, problem: 'provider-refused' });
});

test.each([
  ['its error', { status: 400, body: '{"error":"invalid_grant"}' }, 'provider-refused'],
  ['a failure', { status: 500, body: '{}' }, 'provider-away'],
  ['what nobody can read', { status: 200, body: '<html>' }, 'provider-refused'],
  ['nothing', 'nothing', 'provider-away'],
  ['without end', 'without end', 'provider-away'],
] as const)(
  'an answer that is %s is a sentence',
  async (_, said, problem) => {
    there.say(said);
    expect(await answer()).toMatchObject({ ok: false, problem });
  },
  20_000,
);

test('a provider whose every answer comes in time is given up once they take too long together, and not before', async () => {
  const slow = await openLyingProvider({ lateMs: 200 });
  const asked = { ...provider, issuer: slow.issuer };
  const came = { errand, question: '?code=code&state=state' };
  slow.answerWith(rightToken({ issuer: slow.issuer, clientId: 'portal', nonce: 'nonce' }));
  await knownProvider(asked);
  // two answers are left, its token and its keys, of two hundred milliseconds each
  try {
    expect(await answerOf(asked, PORTAL, came, 300)).toMatchObject({ ok: false, problem: 'provider-away' });
    expect(await answerOf(asked, PORTAL, came)).toMatchObject({ ok: true });
  } finally {
    slow.close();
  }
});

test('a provider that says who she is, and nothing more when it is asked for her address, is silent about that alone', async () => {
  const silent = await openLyingProvider({ hides: true });
  const asked = { ...provider, issuer: silent.issuer };
  const { header, claims } = rightToken({ issuer: silent.issuer, clientId: 'portal', nonce: 'nonce' });
  silent.answerWith({ header, claims: { ...claims, email_verified: false } });
  await knownProvider(asked);
  try {
    const answer = await answerOf(asked, PORTAL, { errand, question: '?code=code&state=state' }, 2_000);
    expect(answer).toMatchObject({ ok: true, value: { subject: 'lan', email: null, silent: true } });
  } finally {
    silent.close();
  }
});
