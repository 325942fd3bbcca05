import { describe, expect, test } from 'vitest';
import { adminPolicy, secure } from './headers';

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
