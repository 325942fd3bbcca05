import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSmallest } from '@/scripts/portal/smallest.mjs';
import { openFront } from '@/test/servers/front';
import { PublicFiles } from './files';

const STYLES = '.a { color: red }\n'.repeat(500);

let root = '';
let open: Awaited<ReturnType<typeof openFront>>;
const put = (name: string, text: string) => writeFileSync(join(root, name), text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'));
  for (const folder of ['public', '.next/static']) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(async () => {
  await open.close();
  rmSync(root, { recursive: true });
});

/** The first answer of a new process. */
async function first(name: string) {
  open = await openFront(async () => {}, { files: new PublicFiles(root) });
  return open.ask(name, { headers: { 'accept-encoding': 'gzip, br' } });
}

test('whoever asks first gets the smallest form that the build has made', async () => {
  put('.next/static/a.css', STYLES);
  await makeSmallest(root);
  const answer = await first('/_next/static/a.css');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('etag')).toMatch(/-br"$/);
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(100);
  expect(await answer.text()).toBe(STYLES);
});

test('a file that changed after the build is sent as it is now', async () => {
  put('public/a.css', STYLES);
  await makeSmallest(root);
  put('public/a.css', `${STYLES}.b {}`);
  const answer = await first('/a.css');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toBe(`${STYLES}.b {}`);
});

test('styles, letters and pictures say nothing that documents alone heed, from the first answer to the ready one; all else does', async () => {
  const parts = ['a.css', 'a.woff2', 'a.png'];
  const others = ['a.svg', 'a.js', 'a.html', 'a.txt', 'a.webmanifest'];
  for (const name of [...parts, ...others]) put(`public/${name}`, 'words');
  open = await openFront(async () => {}, { files: new PublicFiles(root) });
  const heeded = ['content-security-policy', 'permissions-policy', 'x-frame-options', 'cross-origin-opener-policy'];
  for (const name of [...parts, ...others])
    for (const time of ['first', 'second', 'ready']) {
      const { status, headers } = await open.ask(`/${name}`);
      expect(status).toBe(200);
      const always = ['x-content-type-options', 'referrer-policy', 'cross-origin-resource-policy'];
      expect(
        always.filter((field) => !headers.has(field)),
        `${name}, ${time}`,
      ).toEqual([]);
      const said = heeded.filter((field) => headers.has(field));
      expect(said, `${name}, ${time}`).toEqual(parts.includes(name) ? [] : heeded);
    }
  expect(open.behind(), 'the ready one came from the door').toBeLessThanOrEqual(2 * (parts.length + others.length));
});
