import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { read } from '../prisma/factories/write';
import { databaseAddress, type Server, startProcess } from './support/processes';
import { choosePlaces, openDatabase } from './support/stage';
import { openSession } from './support/trainings';

/** Measured alone: two processes, two hundred women, twenty seats. */
const WOMEN = 200;
const SEATS = 20;
const PATIENCE_MS = 5_000;

let database: pg.Client;
let servers: Server[] = [];

test.beforeAll(async () => {
  test.setTimeout(90_000);
  database = await openDatabase();
  const surroundings = { DATABASE_URL: databaseAddress(), TRUST_PROXY: 'on' };
  servers = await Promise.all([startProcess(surroundings), startProcess(surroundings)]);
});
test.afterAll(async () => {
  for (const { child } of servers) child.kill('SIGKILL');
  await database.end();
});

type Form = { origin: string; slug: string; phone: string; consentText: string; network: string };

const signUp = ({ origin, slug, phone, consentText, network }: Form) =>
  fetch(`${origin}/api/enrolments`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': network },
    body: new URLSearchParams({
      ...{ session: slug, locale: 'vi', name: 'Nguyễn Thị Sáu', phone, consent: 'yes', consentText },
    }),
  });

test('two hundred at once for twenty seats, through two processes: twenty have one, all others their place in line, within five seconds', async () => {
  test.setTimeout(90_000);
  const { commune } = await choosePlaces(database);
  const [text] = await read<{ id: string }>(
    database,
    `SELECT id FROM consent_text WHERE purpose = 'training' AND locale = 'vi' ORDER BY edition DESC LIMIT 1`,
  );
  const start = 10_000_000 + (Date.now() % 80_000_000);
  const form = (slug: string, woman: number): Form => ({
    origin: servers[woman % 2]?.origin ?? '',
    slug,
    phone: `09${start + woman}`,
    consentText: text?.id ?? '',
    network: `10.1.${Math.floor(woman / 250)}.${woman % 250}`,
  });
  // whoever comes first has the code loaded and the connections opened
  const before = await openSession(database, commune, WOMEN);
  for (let woman = 0; woman < 12; woman++) expect((await signUp(form(before.slug, WOMEN + woman))).status).toBe(303);

  const session = await openSession(database, commune, SEATS);
  const page = async () => (await fetch(`${servers[0]?.origin}/tap-huan/${session.slug}`)).text();
  expect(await page()).toContain('Giữ chỗ cho tôi');
  const since = Date.now();
  const answers = await Promise.all(Array.from({ length: WOMEN }, (_, woman) => signUp(form(session.slug, woman))));
  const took = Date.now() - since;
  expect(answers.map(({ status }) => status)).toEqual(Array(WOMEN).fill(303));
  for (const { headers } of answers) expect(headers.get('location')).toMatch(/^\/ve\/[a-z2-7]{26}$/);

  const rows = await read<{ state: string; seat: number | null; place: number }>(
    database,
    `SELECT state::text, seat_no AS seat, (row_number() OVER (PARTITION BY state ORDER BY arrival_no))::int AS place
     FROM enrolment WHERE session_id = '${session.id}' ORDER BY arrival_no`,
  );
  const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
  expect(rows.filter(({ state }) => state === 'confirmed').map(({ seat }) => seat)).toEqual(upTo(SEATS));
  expect(rows.filter(({ state }) => state === 'waiting').map(({ place }) => place)).toEqual(upTo(WOMEN - SEATS));
  const last = answers.at(-1)?.headers.get('location');
  expect(await (await fetch(`${servers[1]?.origin}${last}`)).text()).toMatch(/Đã giữ chỗ|Danh sách chờ/);
  expect(await page()).toContain('Vào danh sách chờ');
  expect(took, `${took} ms`).toBeLessThan(PATIENCE_MS);
});
