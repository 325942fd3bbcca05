import { expect, test } from '@playwright/test';
import { type Made, read } from '../../test/factories/write';
import { makeGround, type OwnDatabase } from '../support/processes/databases';
import { type Server, startProcess } from '../support/processes/processes';
import { openSession, secretTold } from '../support/stage/trainings';

/** Measured alone: two processes, two hundred women, twenty seats; on a database of its own, with nobody else in it. */
const WOMEN = 200;
const SEATS = 20;
const PATIENCE_MS = 5_000;

let database: OwnDatabase;
let servers: Server[] = [];
let commune: Made;
let consentText: string;
let women = 0;

test.describe.configure({ mode: 'default', timeout: 300_000 });
test.beforeAll(async () => {
  database = await makeGround('portal_storm');
  const surroundings = { DATABASE_URL: database.url, TRUST_PROXY: 'on' };
  servers = await Promise.all([startProcess(surroundings), startProcess(surroundings)]);
  const [unit] = await read<Made>(database.client, `SELECT id FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 1`);
  const [text] = await read<Made>(
    database.client,
    `SELECT id FROM consent_text WHERE purpose = 'training' AND locale = 'vi' ORDER BY edition DESC LIMIT 1`,
  );
  if (!unit || !text) throw new Error('the ground has no commune or no words of consent');
  commune = unit;
  consentText = text.id;
});
test.afterAll(async () => {
  for (const { child } of servers) child.kill('SIGKILL');
  await database?.drop();
});

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
const many = <Value>(count: number, make: () => Promise<Value>) => Promise.all(upTo(count).map(make));

/**
 * Signs a woman up: each by another process than the one before her, with a number and, unless told, from a network
 * of her own.
 */
function signUp(slug: string, over: { network?: string; phone?: string } = {}) {
  const woman = women++;
  const { network = `10.1.${Math.floor(woman / 250)}.${woman % 250}`, phone = `09${10_000_000 + woman}` } = over;
  return fetch(`${servers[woman % 2]?.origin}/api/enrolments`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': network },
    body: new URLSearchParams({
      session: slug,
      locale: 'vi',
      name: 'Nguyễn Thị Sáu',
      phone,
      consent: 'yes',
      consentText,
    }),
  });
}
/** A form that is filled in as it must be and names no number: an answer on a ticket that nobody has. */
const askByTicket = (network: string) =>
  fetch(`${servers[women++ % 2]?.origin}/api/tickets`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': network },
    body: new URLSearchParams({ ticket: 'a'.repeat(26), locale: 'vi', do: 'cancel' }),
  });
const RECEIVED = /^\/tap-huan\/[a-z0-9-]+\/giu-cho\?said=received$/;
const answerOf = (answer: Response) => answer.headers.get('location') ?? '';

/** All at once for the seats of a new session: what each was answered, how long it took, and how the list stands then. */
async function storm() {
  const session = await openSession(database.client, commune, SEATS);
  const page = async () => (await fetch(`${servers[0]?.origin}/tap-huan/${session.slug}`)).text();
  expect(await page()).toContain('Giữ chỗ cho tôi');
  const since = Date.now();
  const answers = await many(WOMEN, () => signUp(session.slug));
  const took = Date.now() - since;
  const rows = await read<{ state: string; seat: number | null; place: number }>(
    database.client,
    `SELECT state::text, seat_no AS seat, (row_number() OVER (PARTITION BY state ORDER BY arrival_no))::int AS place
     FROM enrolment WHERE session_id = '${session.id}' ORDER BY arrival_no`,
  );
  return {
    statuses: answers.map(({ status }) => status),
    answers: answers.map(answerOf),
    last: `09${10_000_000 + women - 1}`,
    seats: rows.filter(({ state }) => state === 'confirmed').map(({ seat }) => seat),
    places: rows.filter(({ state }) => state === 'waiting').map(({ place }) => place),
    page,
    took,
  };
}

/** Twenty have a seat, all others their place in the line; nobody was refused, and each was told at once. */
function assertKept({ statuses, answers, seats, places, took }: Awaited<ReturnType<typeof storm>>): void {
  expect(statuses).toEqual(Array(WOMEN).fill(303));
  for (const answer of answers) expect(answer).toMatch(RECEIVED);
  expect(seats).toEqual(upTo(SEATS));
  expect(places).toEqual(upTo(WOMEN - SEATS));
  expect(took, `${took} ms`).toBeLessThan(PATIENCE_MS);
}

test('fifty neighbours behind one router sign up, each after a mistake; junk shuts out nobody; a network that floods is told to wait, and how long', async ({
  browser,
}) => {
  const session = await openSession(database.client, commune, WOMEN);
  const router = { network: '192.0.2.1' };
  const mistaken = await many(50, () => signUp(session.slug, { ...router, phone: '0912' }));
  expect(mistaken.map(answerOf)).toEqual(Array(50).fill(`/tap-huan/${session.slug}/giu-cho?again=1`));
  for (const answer of await many(50, () => signUp(session.slug, router))) expect(answerOf(answer)).toMatch(RECEIVED);

  const junk = { network: '192.0.2.2', phone: '0912' };
  for (const _ of upTo(3)) await many(100, () => signUp(session.slug, junk));
  expect(answerOf(await signUp(session.slug, { network: junk.network })), 'her neighbour').toMatch(RECEIVED);

  const flood = { network: '192.0.2.3' };
  for (const _ of upTo(3)) await many(100, () => askByTicket(flood.network));
  for (const answer of await many(100, () => signUp(session.slug, flood))) expect(answerOf(answer)).toMatch(RECEIVED);
  const refused = await signUp(session.slug, flood);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
  expect(answerOf(await signUp(session.slug, router))).toMatch(RECEIVED);

  // whoever sits there in earnest reads so above her form, with what she typed
  const origin = servers[0]?.origin ?? '';
  const context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': flood.network },
  });
  const page = await context.newPage();
  await page.goto(`${origin}/tap-huan/${session.slug}`);
  await page.getByLabel('Tên của chị', { exact: true }).fill('Nguyễn Thị Bảy');
  await page.getByLabel('Số điện thoại', { exact: true }).fill('0912345678');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Giữ chỗ' }).click();
  await expect(page.getByRole('alert')).toContainText('Mạng này vừa gửi rất nhiều lần đăng ký');
  await expect(page.getByLabel('Tên của chị', { exact: true })).toHaveValue('Nguyễn Thị Bảy');
  await context.close();
});

test('two hundred at once for twenty seats, through two processes: twenty have one, all others their place in line, within five seconds', async () => {
  const kept = await storm();
  assertKept(kept);
  // a page that changes all the time is read as it was for up to a second
  await expect.poll(kept.page).toContain('Vào danh sách chờ');
  const ticket = `/ve/${await secretTold(database.client, kept.last)}`;
  expect(await (await fetch(`${servers[1]?.origin}${ticket}`)).text()).toMatch(/Đã giữ chỗ|Danh sách chờ/);
});

test('it is the lock of the session that does so: without it the same storm fails the same assertions, and women are answered with a fault', async () => {
  for (const name of ['app.enrol', 'app.settle_seats', 'app.sign_up_alone']) {
    const [row] = await read<{ definition: string }>(
      database.client,
      `SELECT pg_get_functiondef('${name}'::regproc) AS definition`,
    );
    expect(row?.definition).toContain('FOR NO KEY UPDATE');
    await database.client.query(row?.definition.replace('FOR NO KEY UPDATE', '') ?? '');
  }
  const lost = await storm();
  expect(() => assertKept(lost)).toThrow('toEqual');
  // of those who came at the same moment and took the same place, a constraint lets one have it: no seat is given twice
  expect(lost.statuses.filter((status) => status === 500).length).toBeGreaterThan(0);
  expect(lost.seats).toEqual([...new Set(lost.seats)]);
});
