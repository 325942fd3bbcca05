import { expect, test } from '@playwright/test';
import { openWay } from '../../test/servers/cuttable-way';
import { databaseAddress, type Server, startProcess } from '../support/processes/processes';

/** A process of our own beside the portal under test, which reaches the database on a way that can be held back or cut. */
test.describe.configure({ mode: 'default', timeout: 90_000 });

/** Milliseconds: a statement ends after five seconds, its connection a second later; as much again for a machine busy with other things. */
const LONGEST = 12_000;
const AT_ONCE = 200;
const BACK_WITHIN = 5_000;

let way: Awaited<ReturnType<typeof openWay>>;
let server: Server;

test.beforeAll(async () => {
  way = await openWay(databaseAddress());
  server = await startProcess({ DATABASE_URL: way.url, DATABASE_PATIENCE: '1', DEMO: 'on' });
});
test.afterEach(() => way.mend());
test.afterAll(() => {
  server?.child.kill('SIGKILL');
  way?.close();
});

type Asked = { path: string; status: number; took: number; headers: Headers; text: string };

async function ask(path: string): Promise<Asked> {
  const began = performance.now();
  const answer = await fetch(`${server.origin}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
  const text = await answer.text();
  return { path, status: answer.status, took: performance.now() - began, headers: answer.headers, text };
}

/** Kept from the first time on, and what is kept once it is asked again: narrowed rows, a number on a day. */
const KEPT = ['/api/v1/coverage', '/api/v1/coverage?format=csv', '/api/v1/indicators?language=en'];
const KEPT_AGAIN = [
  '/api/v1/coverage?day=2026-03-31&level=group',
  '/so-lieu/ty-le-bao-phu-chi-hoi/long-hung/2026-03-31',
  '/en/figures/sub-association-coverage/dong-nai/2026-03-31',
];
/** What nobody has asked for yet: of open data, and numbers on a day. */
const coldOn = (day: string) => ({
  rows: [`/api/v1/coverage?day=${day}`, `/api/v1/indicators?day=${day}&format=csv`, `/api/v1/sessions?from=${day}`],
  pages: [`/so-lieu/ty-le-bao-phu-to/dong-nai/${day}`, `/en/figures/sub-association-coverage/long-hung/${day}`],
});

for (const [how, take, cold] of [
  ['hangs', () => way.hang(), coldOn('2026-04-30')],
  ['is gone', () => way.cut(), coldOn('2026-05-31')],
] as const) {
  test(`while the database ${how}, figures that are kept are told as they were, all others say why not in time, and come back by themselves`, async () => {
    const kept = [...KEPT, ...KEPT_AGAIN, ...KEPT_AGAIN];
    const before: Asked[] = [];
    for (const path of kept) before.push(await ask(path));
    expect(before.map(({ path, status }) => [path, status])).toEqual(kept.map((path) => [path, 200]));

    take();
    const asking = Promise.all([...cold.rows, ...cold.pages].map(ask));
    await expect(async () => {
      for (const path of [...KEPT, ...KEPT_AGAIN]) {
        const { status, took, text } = await ask(path);
        expect([path, status]).toEqual([path, 200]);
        expect(took, path).toBeLessThan(AT_ONCE);
        // others move what is told of today
        if (KEPT_AGAIN.includes(path)) expect(text, path).toBe(before.findLast((one) => one.path === path)?.text);
      }
    }).toPass({ timeout: 20_000 });
    const answers = await asking;
    for (const { path, took, status, headers } of answers) {
      expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '5']);
      expect([headers.get('cache-control'), headers.get('set-cookie')], path).toEqual(['no-store', null]);
      expect(took, path).toBeLessThan(LONGEST);
    }
    for (const { path, headers, text } of answers.slice(0, cold.rows.length)) {
      expect([path, headers.get('content-type')]).toEqual([path, 'application/problem+json']);
      expect(headers.get('access-control-allow-origin'), path).toBe('*');
      const said = {
        status: 503,
        detail: expect.stringContaining('away'),
        detail_vi: expect.stringContaining('gián đoạn'),
      };
      expect(JSON.parse(text), path).toMatchObject(said);
    }
    for (const { path, text } of answers.slice(cold.rows.length)) {
      expect(text, path).toContain('Cổng thông tin tạm thời chưa trả lời được');
      expect(text, path).toContain('The portal cannot answer just now');
    }
    for (const { path, text } of answers) expect(text, path).not.toMatch(/prisma|invocation|ECONNREFUSED|timeout/i);

    way.mend();
    await expect(async () => {
      const back = await Promise.all([...cold.rows, ...cold.pages].map(ask));
      expect(back.map(({ path, status }) => [path, status])).toEqual(answers.map(({ path }) => [path, 200]));
    }).toPass({ timeout: BACK_WITHIN, intervals: [250] });
  });
}
