import { afterEach, describe, expect, test } from 'vitest';
import { answerPage, htmlOf, openFront } from '@/test/servers/front';
import { MISSING } from '../still/tags';
import { STILL_POLICY } from './headers';

type Opened = Awaited<ReturnType<typeof openFront>>;
let open: Opened;
afterEach(() => open?.close());

/** Whoever carries a session, good or not, is shown no page of a moment ago. */
const AT_WORK = { cookie: 'next-auth.session-token=x' };

const SAFE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What is the same for everybody carries no number of its own; everything else does. */
function expectSafe(answer: Response) {
  for (const [name, value] of Object.entries(SAFE)) expect(answer.headers.get(name), name).toBe(value);
  expect(answer.headers.get('permissions-policy')).toContain('microphone=()');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  if (answer.headers.has('etag')) expect(answer.headers.get('x-request-id')).toBeNull();
  else expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f]{4}-[\da-f]{4}-[\da-f]{4}$/);
}

describe('a public page', () => {
  test('has no script from the first answer on, keeps its data, and says its policy', async () => {
    open = await openFront((_, response) => answerPage(response, 'Đồng Nai'));
    const answer = await open.ask('/');
    const html = await answer.text();
    expect(html).toContain('<h1>Đồng Nai</h1>');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('application/ld+json');
    expect(answer.headers.get('content-security-policy')).toBe(STILL_POLICY);
    expect([answer.headers.get('link'), answer.headers.get('x-nextjs-cache')]).toEqual([null, null]);
    expectSafe(answer);
  });

  test('is drawn for nobody: Next hears nothing of the reader', async () => {
    open = await openFront((_, response) => answerPage(response, 'x'));
    const reader = {
      cookie: 'session=secret',
      authorization: 'x',
      'accept-language': 'en',
      'user-agent': 'phone',
      rsc: '1',
    };
    await open.ask('/tin-tuc/a?fbclid=1', { headers: reader });
    expect(open.asked).toHaveLength(1);
    expect(open.asked[0]).toMatchObject({ method: 'GET', url: '/vi/news/a' });
    expect(Object.keys(open.asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'cookie',
      'host',
      'user-agent',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-request-id',
    ]);
    expect(open.asked[0]?.headers.cookie, 'the word of the build, and no cookie of hers').toBe(
      '__prerender_bypass=ONCE',
    );
    expect(JSON.stringify(open.asked[0]?.headers)).not.toMatch(/secret|phone/);
  });

  test('comes from the store the second time, until its tag is dropped: then it is new at once for who works here', async () => {
    let words = 'one';
    open = await openFront((_, response) => answerPage(response, words));
    await open.ask('/tin-tuc/a');
    words = 'two';
    expect(await (await open.ask('/tin-tuc/a')).text()).toContain('one');
    expect(open.asked).toHaveLength(1);
    open.still.store.drop(['articles']);
    expect(await (await open.ask('/tin-tuc/a')).text(), 'as it was a moment ago').toContain('one');
    expect(await (await open.ask('/tin-tuc/a', { headers: AT_WORK })).text()).toContain('two');
    expect(await (await open.ask('/tin-tuc/a')).text()).toContain('two');
  });

  test('is not sent again to who has it: 304, with every header of safety', async () => {
    open = await openFront((_, response) => answerPage(response, 'x'));
    const etag = (await open.ask('/')).headers.get('etag') ?? '';
    const again = await open.ask('/', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('vary')).toBe('Accept-Encoding');
    expectSafe(again);
    expect((await open.ask('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('answers HEAD as GET, without the body, also when nobody has read it before', async () => {
    open = await openFront((_, response) => answerPage(response, 'x'));
    const head = await open.ask('/', { method: 'HEAD' });
    const get = await open.ask('/');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(50);
    expect(open.asked.map(({ method }) => method)).toEqual(['GET']);
  });

  test('that is missing says so in full, with 404, and is not kept', async () => {
    open = await openFront((_, response) => answerPage(response, 'Không có', `articles,${MISSING}`));
    for (const _ of [1, 2]) {
      const answer = await open.ask('/tin-tuc/khong-co');
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('Không có')]);
      expectSafe(answer);
    }
    expect(open.asked).toHaveLength(2);
  });

  test('that nobody has put there is one page for all, drawn once', async () => {
    open = await openFront((_, response) => answerPage(response, 'Không có', MISSING));
    for (const path of ['/a', '/b', '/vi/search/asked?q=1']) expect((await open.ask(path)).status).toBe(404);
    expect(open.asked.map(({ url }) => url)).toEqual(['/vi/missing']);
  });

  test('that sets a cookie is not kept, and the cookie goes to nobody', async () => {
    open = await openFront((_, response) => {
      response.setHeader('Set-Cookie', 'session=secret');
      return answerPage(response, 'x');
    });
    for (const _ of [1, 2]) expect((await open.ask('/')).headers.get('set-cookie')).toBeNull();
    expect(open.asked).toHaveLength(2);
  });

  test('may lead elsewhere; that is kept', async () => {
    open = await openFront(async (_, response) => {
      response.statusCode = 308;
      response.setHeader('Location', '/tin-tuc/moi');
      await answerPage(response, 'x');
    });
    for (const _ of [1, 2]) {
      const answer = await open.ask('/tin-tuc/cu');
      expect([answer.status, answer.headers.get('location')]).toEqual([308, '/tin-tuc/moi']);
      expectSafe(answer);
    }
    expect(open.asked).toHaveLength(1);
  });

  test('that depends on the question is drawn for each, with its question, and carries no script', async () => {
    open = await openFront(async (request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.write(htmlOf(request.url ?? ''));
      response.end();
    });
    for (const q of ['a', 'b']) {
      const html = await (await open.ask(`/tim-kiem?q=${q}`)).text();
      expect(html).toContain(`/vi/search/asked?q=${q}`);
      expect(html.match(/<script/g)).toHaveLength(1);
    }
  });
});

describe('when Next fails', () => {
  const broken = {
    'with a page of its own': async (_: unknown, response: import('node:http').ServerResponse) => {
      response.statusCode = 500;
      response.setHeader('Content-Type', 'text/html');
      response.end(htmlOf('Internal Server Error'));
    },
    'by throwing': async () => {
      throw new Error('broken');
    },
  };
  for (const [how, next] of Object.entries(broken)) {
    test(`${how}: a page in both languages with the number of the request, and no script`, async () => {
      open = await openFront(next);
      for (const path of ['/', '/dang-nhap', '/tim-kiem?q=1']) {
        const answer = await open.ask(path);
        const html = await answer.text();
        expect(answer.status).toBe(500);
        expect(html).toContain('Xin lỗi');
        expect(html).toContain('Sorry');
        expect(html).toContain(answer.headers.get('x-request-id'));
        expect(html).not.toMatch(/<script|style=/);
        expectSafe(answer);
      }
    });
  }

  test('a page that was there before leaves as it was', async () => {
    let fails = false;
    open = await openFront((_, response) => {
      if (fails) throw new Error('no database');
      return answerPage(response, 'còn đây');
    });
    await open.ask('/');
    fails = true;
    open.still.store.drop(['articles']);
    const answer = await open.ask('/', { headers: AT_WORK });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('còn đây')]);
    expect(answer.headers.get('etag')).toBeNull();
  });
});
