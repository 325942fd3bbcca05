import { afterEach, expect, test } from 'vitest';
import { openFront } from '@/test/servers/front';
import { noteTaken } from '../still/shared';

let open: Awaited<ReturnType<typeof openFront>>;
afterEach(() => open?.close());

const openFailing = (taken: boolean) =>
  openFront(async (_, response) => {
    if (taken) noteTaken();
    response.statusCode = 500;
    response.setHeader('Content-Type', 'text/plain');
    response.setHeader('ETag', '"a"');
    response.end('Internal Server Error');
  });
const form = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\n' };

test('a form that came to nobody is told that it cannot be read, called by a script or not', async () => {
  open = await openFailing(false);
  for (const headers of [form.headers, { ...form.headers, 'next-action': 'a' }]) {
    const answer = await open.ask('/admin/people', { ...form, headers });
    expect([answer.status, answer.headers.get('etag')]).toEqual([400, null]);
    expect(await answer.text()).toContain('cannot be read');
  }
});

test('one that was taken and then failed is a failure of the portal, and so is a page that nothing was sent to', async () => {
  open = await openFailing(true);
  expect((await open.ask('/admin/people', form)).status).toBe(500);
  await open.close();
  open = await openFailing(false);
  expect((await open.ask('/admin/people')).status).toBe(500);
  expect((await open.ask('/api/attendance/sessions', form)).status).toBe(500);
});
