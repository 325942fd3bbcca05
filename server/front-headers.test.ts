import { describe, expect, test } from 'vitest';
import { adminPolicy, secure } from './front-headers';

const headersOf = (path: string) => {
  const headers = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => headers.set(name, value) };
  secure(response as never, { id: '1', path, https: false, policy: adminPolicy('n', path) });
  return { camera: headers.get('Permissions-Policy'), policy: headers.get('Content-Security-Policy') };
};

describe('the app in the hall', () => {
  test.each(['/admin/attendance', '/admin/attendance?x=1', '/admin/attendance/worker/sw.js'])(
    '%s has the camera, a worker and the reader of codes, and may evaluate nothing else',
    (path) => {
      const { camera, policy } = headersOf(path);
      expect(camera).toContain('camera=(self)');
      expect(policy).toContain("script-src 'self' 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval';");
      expect(policy).toContain("worker-src 'self'");
      expect(policy).not.toContain("'unsafe-eval'");
    },
  );

  test.each(['/', '/admin', '/admin/attendances', '/admin/trainings/1/attendance', '/api/attendance/phone'])(
    '%s has none of them',
    (path) => {
      const { camera, policy } = headersOf(path);
      expect(camera).toContain('camera=()');
      expect(policy).not.toMatch(/wasm-unsafe-eval|worker-src/);
    },
  );
});
