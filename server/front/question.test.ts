import { get, type ServerResponse } from 'node:http';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { htmlOf, openFront } from '@/test/servers/front';
import type { NextHandler } from '../still/drawing/draw';
import CacheHandler from '../still/next/cache-handler';
import { openStillPages } from '../still/still-pages';
import { FORGET, TODAY } from '../still/tags';

type Opened = Awaited<ReturnType<typeof openFront>>;
let open: Opened;
afterEach(() => open?.close());

/** As Next answers a question: it would keep nothing, and the page names what it is made of. */
async function answerQuestion(response: ServerResponse, words: string, tags = ['articles:news', TODAY]) {
  await new CacheHandler().get('key', { kind: 'FETCH', tags });
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(htmlOf(words));
}

const begin = async (answer: NextHandler = (_, response) => answerQuestion(response, 'tìm thấy')) => {
  open = await openFront(answer);
};
const drawn = () => open.asked.map(({ url }) => decodeURIComponent(url));
const askTwice = async (path: string) => {
  for (const _ of [1, 2]) await (await open.ask(path)).text();
};

test('a question is drawn twice at most, and each answer is the same to the letter and by its head', async () => {
  await begin();
  const answers = [];
  for (let time = 0; time < 6; time++) {
    const answer = await open.ask('/tim-kiem?q=vneid');
    const { date, connection, 'keep-alive': _, 'last-modified': made, ...head } = Object.fromEntries(answer.headers);
    expect([date, made, connection]).not.toContain(undefined);
    answers.push(JSON.stringify([answer.status, head, await answer.text()]));
  }
  expect(new Set(answers).size).toBe(1);
  expect(drawn()).toEqual(['/vi/search/asked?q=vneid', '/vi/search/asked?q=vneid']);
  expect(open.behind(), 'from the fourth time on the door answers').toBe(3);
});

test('each text and each language has an answer of its own', async () => {
  await begin((request, response) => answerQuestion(response, decodeURIComponent(String(request.url))));
  const questions = ['/tim-kiem?q=lop', '/tim-kiem?q=Lop', '/tim-kiem?q=lớp', '/en/search?q=lop', '/tim-kiem?q='];
  for (let time = 0; time < 4; time++)
    for (const question of questions) {
      const internal = question.replace('/tim-kiem', '/vi/search').replace('search?', 'search/asked?');
      expect(await (await open.ask(encodeURI(question))).text()).toContain(`<h1>${internal}</h1>`);
    }
  expect(drawn()).toHaveLength(2 * questions.length);
});

test('one text is one question, however it is written and whatever hangs on it', async () => {
  await begin();
  const text = 'lớp học';
  for (const q of [text, text.normalize('NFD'), `  lớp \t học\r\n`])
    for (const more of ['', '&fbclid=1', '&_rsc=1']) await open.ask(`/tim-kiem?q=${encodeURIComponent(q)}${more}`);
  await open.ask('/tim-kiem?q=l%E1%BB%9Bp+h%E1%BB%8Dc');
  expect(open.asked.map(({ url }) => url)).toEqual([1, 2].map(() => '/vi/search/asked?q=l%E1%BB%9Bp+h%E1%BB%8Dc'));
});

test('what no field sends is drawn each time: several questions, a long one, hidden signs, a list that is narrowed', async () => {
  await begin();
  const hidden = encodeURIComponent('a\u200eb');
  const paths = ['q=a&q=b', `q=${'a'.repeat(81)}`, `q=${hidden}`].map((query) => `/tim-kiem?${query}`);
  paths.push('/tin-tuc?topic=vneid');
  for (let time = 0; time < 4; time++) for (const path of paths) await open.ask(path);
  expect(open.asked).toHaveLength(4 * paths.length);
});

test('a page that does not say what it is made of, or sets a cookie, is kept by nobody', async () => {
  await begin((request, response) => {
    if (request.url?.endsWith('cookie')) response.setHeader('Set-Cookie', 'a=b');
    return answerQuestion(response, 'x', request.url?.endsWith('cookie') ? ['units'] : []);
  });
  for (let time = 0; time < 4; time++) for (const q of ['cookie', 'nothing']) await open.ask(`/tim-kiem?q=${q}`);
  expect(open.asked).toHaveLength(8);
});

/** Status and body for a head written as it is. */
const askWith = (path: string, headers: Record<string, string>) =>
  new Promise<string>((resolve, reject) => {
    get(open.origin, { path, headers }, async (answer) => {
      let body = '';
      for await (const chunk of answer.setEncoding('utf8')) body += chunk;
      resolve(`${answer.statusCode} ${body}`);
    }).on('error', reject);
  });

const HEADS = [
  { cookie: 'next-auth.session-token=x' },
  { cookie: 'language=en', authorization: 'Basic eA==' },
  { 'accept-language': 'en', 'user-agent': 'phone' },
  { 'x-forwarded-host': 'evil.invalid', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
  { rsc: '1', 'next-router-state-tree': '[]', 'x-portal-path': '/x', 'x-nonce': 'x' },
];

test('who asks makes no difference, neither to what is drawn nor to what is kept', async () => {
  await begin((request, response) =>
    answerQuestion(response, JSON.stringify({ ...request.headers, 'x-request-id': '' })),
  );
  const plain = await askWith('/tim-kiem?q=a', {});
  for (const head of HEADS) {
    // drawn for her, drawn and kept for her, asked by somebody else
    const q = encodeURIComponent(JSON.stringify(head).slice(0, 80));
    for (const asked of [head, head, {}, head]) expect(await askWith(`/tim-kiem?q=${q}`, asked)).toBe(plain);
  }
  for (const _ of [1, 2, 3]) expect(await askWith('/tim-kiem?q=a', { host: 'evil.invalid' })).toMatch(/^421/);
});

test('what is taken back is in no answer from then on, what is published is in the next one, and a new day asks anew', async () => {
  let words = 'một bài';
  await begin((_, response) => answerQuestion(response, words));
  const said = async () => /<h1>(.*)<\/h1>/.exec(await (await open.ask('/tim-kiem?q=a')).text())?.[1];
  for (const tags of [['articles:news', FORGET], ['articles:news'], [TODAY]]) {
    for (let time = 0; time < 4; time++) expect(await said()).toBe(words);
    words += ' khác';
    await open.still.changed(tags);
    expect(await said()).toBe(words);
  }
});

test('three hundred questions are drawn for a network in a quarter of an hour; what is kept is counted for none', async () => {
  await begin();
  await askTwice('/tim-kiem?q=kept');
  for (let time = 0; time < 400; time++) await open.ask('/tim-kiem?q=kept');
  let answered = 0;
  while ((await open.ask(`/tim-kiem?q=${answered}`)).status === 200) answered++;
  // one more for each three seconds that it took
  expect(answered).toBeGreaterThanOrEqual(298);
  expect(answered).toBeLessThan(350);
  expect((await open.ask('/tim-kiem?q=kept')).status).toBe(200);
});

test('however many questions are kept, the door goes on knowing the pages', async () => {
  await begin();
  for (const _ of [1, 2]) open.ready.learn('/tin-tuc', { find: () => undefined, lifetime: '', heedless: false });
  for (let question = 0; question < 30_000; question++)
    open.ready.learn(`/tim-kiem?q=${question}`, { find: () => undefined, lifetime: '', heedless: false });
  expect(open.ready.knows('/tin-tuc')).toBe(true);
  expect(open.ready.knows('/tim-kiem?q=1')).toBe(false);
});

test('what somebody asked for stands in no line of the log', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
  const draw = () => Promise.reject(new Error('no database'));
  const still = openStillPages({ draw, database: '', room: 1_000_000, log });
  const url = '/vi/search/asked?q=benh+cua+toi';
  await still.desk.ask(url, { path: url, keep: 'again', id: 'test', network: 'a' });
  await still.close();
  expect(lines.join()).toContain('/vi/search/asked');
  expect(lines.join()).not.toContain('benh');
});
