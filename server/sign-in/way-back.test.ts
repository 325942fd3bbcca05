import fc from 'fast-check';
import { expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { ownPath } from './way-back';

const origin = new URL(env.PORTAL_URL).origin;
/** Whoever reads an answer of ours next takes it for an address from here. */
const leads = (path: string) => new URL(path, env.PORTAL_URL).origin;

test.each([
  ['/admin/people?q=lan', '/admin/people?q=lan'],
  [`${origin}/admin/jobs`, '/admin/jobs'],
  ['/admin/accounts?said=disabled&q=lan', '/admin/accounts?q=lan'],
  ['https://evil.example/admin', '/admin'],
  ['//evil.example', '/admin'],
  ['/.//evil.example', '/admin'],
  ['/..//evil.example/admin', '/admin'],
  ['/\\\\evil.example', '/admin'],
  ['/\t/evil.example', '/admin'],
  ['javascript:alert(1)', '/admin'],
  [undefined, '/admin'],
  [['/admin'], '/admin'],
])('%j leads to %s', (asked, path) => expect(ownPath(asked)).toBe(path));

test('whatever is asked for leads to the portal itself, also when it is cleaned again and again', () => {
  const part = fc.constantFrom(
    '/',
    '.',
    '..',
    '//',
    '\\',
    '\t',
    '%2F',
    '%5C',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'admin',
    origin,
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
      (asked) => {
        const [once, twice] = [ownPath(asked), ownPath(ownPath(asked))];
        for (const path of [once, twice, ownPath(twice)]) expect(leads(path)).toBe(origin);
      },
    ),
    { numRuns: 10_000 },
  );
});
