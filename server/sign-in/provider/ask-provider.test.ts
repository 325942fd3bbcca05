import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerOf, type SignInProvider } from '@/domain/ground/sign-in-provider';
import { CLIENT, openIdentityProvider, type Person } from '@/test/servers/providers/identity-provider';
import { answerOf, askProvider, leavingAddress } from './ask-provider';
import type { Errand } from './errand';

const PORTAL = 'http://127.0.0.1:9';
const people = new Map<string, Person>([
  ['lan', { email: 'Lan@Demo.invalid' }],
  ['mai', { email: 'mai@demo.invalid', verified: false }],
]);
let there: Awaited<ReturnType<typeof openIdentityProvider>>;
let provider: SignInProvider;

beforeAll(async () => {
  there = await openIdentityProvider(people, () => PORTAL);
  const said = providerOf(there.surroundings);
  if (!said) throw new Error('no provider');
  provider = said;
});
afterAll(() => there.close());

/** Somebody goes there and comes back: the errand of her browser, and the question with which she comes. */
async function comeBack(as: string | null, by = provider): Promise<{ errand: Errand; question: string }> {
  const asked = await askProvider(by, PORTAL, { to: '/admin/people', locale: 'en' });
  if (!asked.ok) throw new Error(asked.problem);
  const { address, errand } = asked.value;
  const back = new URL(await there.walk(address, as));
  expect(back.origin + back.pathname).toBe(`${PORTAL}/api/auth/provider/callback`);
  return { errand, question: back.search };
}
const answer = (came: { errand: Errand; question: string }, by = provider) => answerOf(by, PORTAL, came);

describe('a whole provider', () => {
  test('is asked with state, nonce and a challenge whose answer stays with the browser, for an address alone', async () => {
    const asked = await askProvider(provider, PORTAL, { to: '/admin', locale: 'vi' });
    if (!asked.ok) throw new Error(asked.problem);
    const { address, errand } = asked.value;
    const said = Object.fromEntries(new URL(address).searchParams);
    expect(said).toMatchObject({
      response_type: 'code',
      scope: 'openid email',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge_method: 'S256',
      max_age: '3600',
      redirect_uri: `${PORTAL}/api/auth/provider/callback`,
    });
    expect(address).not.toContain(errand.verifier);
    expect(new Set([errand.state, errand.nonce, errand.verifier, said.code_challenge]).size).toBe(4);
  });

  test('is asked for the class of sign-in that counts as a second factor, and keeps a path only while a browser keeps its cookie', async () => {
    const secondStep = { claim: 'acr', value: 'two' } as const;
    const asked = await askProvider({ ...provider, secondStep }, PORTAL, {
      to: `/admin?q=${'ắ'.repeat(600)}`,
      locale: 'vi',
    });
    if (!asked.ok) throw new Error(asked.problem);
    expect(new URL(asked.value.address).searchParams.get('acr_values')).toBe('two');
    expect(asked.value.errand.to).toBe('/admin');
  });

  test('says who signed in there, by its own name for her and by an address only where it has verified that', async () => {
    const lan = { issuer: there.issuer, subject: 'lan', email: 'lan@demo.invalid', secondStep: false };
    expect(await answer(await comeBack('lan'))).toEqual({ ok: true, value: lan });
    expect(await answer(await comeBack('mai'))).toMatchObject({ ok: true, value: { subject: 'mai', email: null } });
  });

  test('an answer is good once: the same code comes to nothing the second time', async () => {
    const came = await comeBack('lan');
    expect(await answer(came)).toMatchObject({ ok: true });
    expect(await answer(came)).toMatchObject({ ok: false, problem: 'provider-refused' });
  });

  test.each<[string, (errand: Errand) => Errand]>([
    ['another state, as in another browser', (errand) => ({ ...errand, state: 'another' })],
    ['another nonce', (errand) => ({ ...errand, nonce: 'another' })],
    ['another verifier', (errand) => ({ ...errand, verifier: 'v'.repeat(43) })],
  ])('comes to nothing with %s', async (_, other) => {
    const { errand, question } = await comeBack('lan');
    expect(await answer({ errand: other(errand), question })).toMatchObject({ problem: 'provider-refused' });
  });

  test('who gives up there reads that she did; another error is none of hers', async () => {
    expect(await answer(await comeBack(null))).toMatchObject({ problem: 'provider-cancelled' });
    const { errand } = await comeBack('lan');
    const error = `?error=server_error&state=${errand.state}&iss=${encodeURIComponent(there.issuer)}`;
    expect(await answer({ errand, question: error })).toMatchObject({ problem: 'provider-refused' });
  });

  test('an answer in another provider’s name, or in none, comes to nothing before anybody is asked', async () => {
    const { errand, question } = await comeBack('lan');
    const other = question.replace(/iss=[^&]*/, `iss=${encodeURIComponent('https://other.example.org')}`);
    expect(await answer({ errand, question: other })).toMatchObject({ problem: 'provider-refused' });
    expect(await answer({ errand, question: question.replace(/&?iss=[^&]*/, '') })).toMatchObject({
      problem: 'provider-refused',
    });
    // the code was sent to nobody
    expect(await answer({ errand, question })).toMatchObject({ ok: true });
  });

  test('two codes, two states or none at all come to nothing', async () => {
    const { errand, question } = await comeBack('lan');
    for (const wrong of ['', '?', `?state=${errand.state}`, `${question}&code=two`, `${question}&state=two`])
      expect(await answer({ errand, question: wrong }), wrong).toMatchObject({ problem: 'provider-refused' });
  });

  test('a wrong secret of the portal’s own opens nothing; one in a file is read each time, so that it is changed without a restart', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'portal-secret-')), 'secret');
    const other = { ...provider, clientId: CLIENT.other, secret: { file } };
    writeFileSync(file, 'wrong\n');
    expect(await answer(await comeBack('lan', other), other)).toMatchObject({ problem: 'provider-refused' });
    writeFileSync(file, `${CLIENT.secret}\n`);
    expect(await answer(await comeBack('lan', other), other)).toMatchObject({ ok: true });
  });

  test('a code that was made for another client opens nothing here', async () => {
    const other = { ...provider, clientId: CLIENT.other };
    expect(await answer(await comeBack('lan', other))).toMatchObject({ problem: 'provider-refused' });
  });

  test('that names itself otherwise than it was named, if by a stroke, is not asked', async () => {
    const stroke = { ...provider, issuer: `${provider.issuer}/` };
    expect(await askProvider(stroke, PORTAL, { to: '/admin', locale: 'vi' })).toMatchObject({
      problem: 'provider-away',
      detail: { why: 'the provider names itself otherwise than OIDC_ISSUER' },
    });
  });

  test('knows where people sign out of it, and leads back in their language', async () => {
    const way = await leavingAddress(provider, PORTAL, 'en');
    const address = new URL((way.ok && way.value) || '');
    expect(address.origin).toBe(there.issuer);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: provider.clientId,
      post_logout_redirect_uri: `${PORTAL}/api/auth/provider/left`,
      state: 'en',
    });
  });
});

test('a provider that is away is a sentence, within seconds', async () => {
  const away = { ...provider, issuer: 'http://127.0.0.1:9' };
  expect(await askProvider(away, PORTAL, { to: '/admin', locale: 'vi' })).toMatchObject({ problem: 'provider-away' });
  const errand: Errand = { state: 's', nonce: 'n', verifier: 'v', to: '/', locale: 'vi', at: Date.now() };
  expect(await answerOf(away, PORTAL, { errand, question: '?code=c&state=s' })).toMatchObject({
    problem: 'provider-away',
  });
});
