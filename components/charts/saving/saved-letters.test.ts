import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { letterRule, savedLetters } from './saved-letters';

test('a rule holds the whole file of the letters, and names nothing that lies elsewhere', () => {
  const bytes = readFileSync('public/fonts/be-vietnam-pro-400.woff2');
  const rule = letterRule(bytes, '400');
  const [, held = ''] = /base64,([^)]+)\)/.exec(rule) ?? [];
  expect(Buffer.from(held, 'base64').equals(bytes)).toBe(true);
  expect(rule).not.toMatch(/https?:|url\(\//);
});

test('without its letters a picture is saved all the same, and the next one asks for them again', async () => {
  const asked: string[] = [];
  const answer = (ok: boolean) =>
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address);
      return ok ? new Response('abc') : new Response(null, { status: 503 });
    });
  answer(false);
  expect(await savedLetters()).toBe('');
  answer(true);
  expect(await savedLetters()).toBe(letterRule(Buffer.from('abc'), '400') + letterRule(Buffer.from('abc'), '600 800'));
  expect(await savedLetters()).not.toBe('');
  expect(asked).toHaveLength(4);
  vi.unstubAllGlobals();
});
