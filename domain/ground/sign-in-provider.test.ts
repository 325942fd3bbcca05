import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasSecret, providerOf, secretOf } from './sign-in-provider';

const whole = {
  OIDC_ISSUER: 'https://id.example.org/realms/dong-nai',
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_NAME: 'Tài khoản Đồng Nai',
};

test('nothing said is no provider, all of it is one, and any half of it stops the start with the names that belong together', () => {
  expect(providerOf({})).toBeNull();
  expect(providerOf(whole)).toEqual({
    issuer: whole.OIDC_ISSUER,
    clientId: 'portal',
    secret: { text: 'secret' },
    name: 'Tài khoản Đồng Nai',
    secondStep: null,
  });
  for (const name of Object.keys(whole))
    expect(() => providerOf({ ...whole, [name]: undefined }), name).toThrow('belong together');
  expect(() => providerOf({ OIDC_SECOND_STEP: 'amr:mfa' })).toThrow('belong together');
});

test('the secret may lie in a file instead, and not in both places', () => {
  const { OIDC_CLIENT_SECRET: _, ...others } = whole;
  expect(providerOf({ ...others, OIDC_CLIENT_SECRET_FILE: '/run/secret' })?.secret).toEqual({ file: '/run/secret' });
  expect(() => providerOf({ ...whole, OIDC_CLIENT_SECRET_FILE: '/run/secret' })).toThrow('one of the two');
});

test('a file that is missing or empty holds no secret; what is in it is read without the end of its line', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-provider-')), 'secret');
  const provider = { secret: { file } };
  expect(hasSecret(provider)).toBe(false);
  writeFileSync(file, ' \n');
  expect(hasSecret(provider)).toBe(false);
  writeFileSync(file, 'mot bi mat\n');
  expect([hasSecret(provider), secretOf(provider)]).toEqual([true, 'mot bi mat']);
});

test('an issuer is asked by https, or on this machine alone', () => {
  for (const issuer of ['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])
    expect(providerOf({ ...whole, OIDC_ISSUER: issuer })?.issuer).toBe(issuer);
  for (const issuer of ['http://id.example.org', 'http://10.0.0.1', 'http://localhost.example.org'])
    expect(() => providerOf({ ...whole, OIDC_ISSUER: issuer }), issuer).toThrow('https');
  expect(() => providerOf({ ...whole, OIDC_ISSUER: 'https://id.example.org/?house=one' })).toThrow(
    'without a question',
  );
});

test('a second factor there counts only where a claim and its value are said', () => {
  const step = (said: string) => providerOf({ ...whole, OIDC_SECOND_STEP: said })?.secondStep;
  expect(step('amr:mfa')).toEqual({ claim: 'amr', value: 'mfa' });
  expect(step('acr:urn:example:two')).toEqual({ claim: 'acr', value: 'urn:example:two' });
  for (const wrong of ['mfa', 'amr:', 'scope:mfa', 'amr:two words', 'on'])
    expect(() => step(wrong), wrong).toThrow('OIDC_SECOND_STEP');
});

test('a name too long for a button is refused', () => {
  expect(() => providerOf({ ...whole, OIDC_NAME: 'x'.repeat(61) })).toThrow('OIDC_NAME');
});
