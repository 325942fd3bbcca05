import { describe, expect, test } from 'vitest';
import { keepSecret } from '../entrance/secret';
import { adminPolicy, frameHere, STILL_POLICY, secure } from './headers';

const headersOf = (path: string) => {
  const headers = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => headers.set(name, value) };
  secure(response as never, { id: '1', path, https: false, policy: adminPolicy('n', path) });
  return Object.fromEntries(headers);
};

/** To the letter: a directive more, or one that moved, is a change that somebody has to want. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'nonce-n' 'strict-dynamic'; style-src 'self' 'nonce-n'; img-src 'self' data: blob:; " +
    "font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; style-src-attr 'unsafe-inline'",
  'X-Request-Id': '1',
};

/** An answer that keeps what is put on it. */
function answering() {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    getHeader: (name: string) => headers.get(name),
  };
  secure(response as never, { id: '1', path: '/x', https: false, policy: STILL_POLICY });
  return { response: response as never, headers };
}

test('what a page of the portal shows in a frame is shown in no other, and what is said to nobody sends no referrer', () => {
  const { response, headers } = answering();
  keepSecret(response, 'unsaid');
  expect(headers.get('X-Frame-Options')).toBe('DENY');
  frameHere(response);
  expect(headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  expect(headers.get('Content-Security-Policy')).toBe(
    STILL_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Cache-Control')).toBe('private, no-store');
  expect(headers.get('X-Robots-Tag')).toBe('noindex, nofollow');
  const ticket = answering();
  keepSecret(ticket.response, true);
  expect(ticket.headers.get('Referrer-Policy')).toBe('same-origin');
});

describe('the app in the hall', () => {
  test.each(['/admin/attendance', '/admin/attendance?x=1', '/admin/attendance/worker/sw.js'])(
    '%s has the camera, a worker and the reader of codes beside what every page of its area has',
    (path) => {
      expect(headersOf(path)).toEqual({
        ...HEADERS,
        'Permissions-Policy': HEADERS['Permissions-Policy'].replace('camera=()', 'camera=(self)'),
        'Content-Security-Policy': HEADERS['Content-Security-Policy']
          .replace("'strict-dynamic'", "'strict-dynamic' 'wasm-unsafe-eval'")
          .replace("form-action 'self'", "form-action 'self'; worker-src 'self'"),
      });
    },
  );

  test.each(['/admin/peer-lessons/phone', '/admin/peer-lessons/phone?x=1', '/admin/peer-lessons/phone/worker/sw.js'])(
    '%s of the app for lessons has a worker, and neither camera nor reader',
    (path) => {
      expect(headersOf(path)).toEqual({
        ...HEADERS,
        'Content-Security-Policy': HEADERS['Content-Security-Policy'].replace(
          "form-action 'self'",
          "form-action 'self'; worker-src 'self'",
        ),
      });
    },
  );

  test.each([
    '/',
    '/tap-huan',
    '/en/trainings',
    '/?to=/admin/attendance',
    '/admin',
    '/admin/',
    '/admin/attendances',
    '/admin/trainings/1/attendance',
    '/admin/trainings/1/attendance/paper',
    '/api/attendance/phone',
    '/admin/peer-lessons',
    '/admin/peer-lessons/phones',
    '/api/peer-lessons/phone',
    '/x/admin/attendance',
    '/ADMIN/ATTENDANCE',
    '/admin/attendance.html',
    '/admin/attendance%2f',
  ])('%s has none of them, and exactly what it had', (path) => {
    expect(headersOf(path)).toEqual(HEADERS);
  });
});
