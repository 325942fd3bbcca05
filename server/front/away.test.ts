import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openFront } from '@/test/servers/front';
import { shared } from '../still/shared';

let open: Awaited<ReturnType<typeof openFront>>;
afterEach(() => open?.close());

const say = (response: ServerResponse, status: number, headers: Record<string, string> = {}, words = 'said') => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
  response.end(words);
};

/** Next, for which the database was away, and which then said this. */
const openAway = (status: number, headers?: Record<string, string>) =>
  openFront(async (_, response) => {
    const drawing = shared.drawing.getStore();
    if (drawing) drawing.away = true;
    say(response, status, headers);
  });

const expectSentence = async (answer: Response) => {
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  const text = await answer.text();
  expect(text).toContain('Cổng thông tin tạm thời chưa trả lời được');
  expect(text).toContain('The portal cannot answer just now');
  return text;
};

describe('while the database is away', () => {
  test('whatever failed for want of it is answered by one sentence, in every area', async () => {
    open = await openAway(500, { 'content-type': 'text/plain' });
    for (const path of ['/', '/en/news', '/sitemap.xml', '/chung-nhan', '/admin/people', '/api/attendance/sessions'])
      await expectSentence(await open.ask(path));
    expect(open.still.store.size).toBe(0);
    const english = await expectSentence(await open.ask('/en/news'));
    expect(english).toContain('<html lang="en">');
    expect(english.indexOf('The portal cannot')).toBeLessThan(english.indexOf('Cổng thông tin tạm thời'));
  });

  test('nobody is told that she is signed out, or why in an address', async () => {
    for (const [status, headers] of [
      [302, { location: '/dang-nhap?error=Invalid+prisma', 'set-cookie': 'next-auth.session-token=; Max-Age=0' }],
      [200, { 'set-cookie': 'next-auth.session-token=; Max-Age=0' }],
      [401, {}],
    ] as const) {
      open = await openAway(status, headers);
      const answer = await open.ask('/api/auth/session');
      await expectSentence(answer);
      expect([answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([null, null]);
      await open.close();
    }
  });

  test('the script of an open page is not handed half of the next one', async () => {
    open = await openAway(200, { 'content-type': 'text/x-component' });
    await expectSentence(await open.ask('/admin/people?_rsc=1', { headers: { rsc: '1' } }));
  });

  test('what an action says to its form reaches the form, and is called what it is', async () => {
    open = await openAway(200, { 'content-type': 'text/x-component' });
    const answer = await open.ask('/admin/venues/new', {
      method: 'POST',
      headers: { 'next-action': 'x' },
      body: new FormData(),
    });
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([503, '5', 'said']);
  });

  test('a form comes back with all that was typed, letter by letter, and without its password', async () => {
    open = await openAway(500);
    const form = new FormData();
    form.set('name', '<b>"Lan" & Mai</b>\r\nhai dòng');
    form.append('skills[]', 'một');
    form.append('skills[]', 'hai');
    form.set('password', 'rất bí mật');
    form.set('sheetFile', new File(['x'], 'x.csv'));
    const text = await expectSentence(await open.ask('/admin/venues/new', { method: 'POST', body: form }));
    expect(text).toContain('<form method="post" action="/admin/venues/new" enctype="multipart/form-data"');
    expect(text).toContain('name="name" value="&lt;b&gt;&quot;Lan&quot; &amp; Mai&lt;/b&gt;&#13;&#10;hai dòng"');
    expect(text.match(/name="skills\[\]" value="(một|hai)"/g)).toHaveLength(2);
    expect(text).not.toContain('rất bí mật');
    expect(text).toContain('<input type="password" name="password" required');
    expect(text).toContain('tệp đính kèm');
  });

  test('a form of an English page comes back in English first, wherever it was sent', async () => {
    open = await openAway(500);
    const send = async (locale: string) =>
      expectSentence(
        await open.ask('/api/enrolments', { method: 'POST', body: new URLSearchParams({ locale, name: 'Lan' }) }),
      );
    expect(await send('en')).toContain('<html lang="en">');
    expect(await send('vi')).toContain('<html lang="vi">');
  });

  test('a body that is no form, or a broken one, is answered all the same', async () => {
    open = await openAway(500);
    const broken = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const headers of [broken, { 'content-type': 'application/json' }])
      await expectSentence(await open.ask('/api/tickets', { method: 'POST', body: '--x\r\nnonsense', headers }));
  });
});

test('what was done although the database was silent for a moment is said as it was done', async () => {
  open = await openAway(303, { location: '/admin/venues?said=created' });
  const answer = await open.ask('/admin/venues/new', { method: 'POST', body: new URLSearchParams({ name: 'Lan' }) });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/venues?said=created']);
});

test('data for an open page is handed over whole and as it is while the database answers', async () => {
  open = await openFront(async (_, response) => say(response, 200, { 'content-type': 'text/x-component' }, '0:"đủ"'));
  const answer = await open.ask('/admin/people', { headers: { rsc: '1' } });
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/x-component',
    '0:"đủ"',
  ]);
});
