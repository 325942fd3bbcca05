import pg from 'pg';
import { dropDatabase, ensureDatabase } from '../../../scripts/database/database.mjs';
import { read } from '../../../test/factories/write';
import { databaseAddress } from '../../support/processes/processes';
import {
  bareMachine,
  command,
  makeHer,
  makeRelease,
  namingHome,
  signIn,
  startRelease,
} from '../../support/processes/release';
import { expect } from '../../support/reader/expect';
import { Reader } from '../../support/reader/reader';
import { visit } from '../../support/stage/stage';
import { test } from '../../support/test';

const NAME = 'portal_release';
const PATHS = ['/', '/en', '/do-phu', '/en/coverage', '/cam-nang', '/day-calendar.js', '/sitemap.xml', '/share.png'];
const FIRST_COMMUNE = `SELECT id FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 1`;
const LACKS = /Cannot find (module|package)|ERR_MODULE_NOT_FOUND|ENOENT|Failed to load/;

const addressOf = (name: string) => {
  const url = new URL(databaseAddress());
  url.pathname = `/${name}`;
  return url.href;
};

async function invite(page: Reader) {
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('thu@hoiphunu.invalid');
  await page.getByLabel('Vai trò').selectOption('province_official');
  await page.getByLabel('Đơn vị').fill('Đồng Nai');
  const send = page.getByRole('button', { name: 'Tạo lời mời' });
  await send.click();
  await page.getByRole('radio', { name: /^Đồng Nai · thành phố/ }).check();
  await send.click();
  await expect(page.getByRole('status').filter({ hasText: 'Lời mời đã sẵn sàng' })).toBeVisible();
}

/** What the build compiled beside pages: a sheet is read in a thread, a worker of a page and a drawing come. */
async function readWhatWasCompiled(page: Reader) {
  await page.goto('/admin/imports/new');
  await page.getByLabel('Tệp danh sách').setInputFiles({
    name: 'hoi-vien.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('STT,Họ và tên,Năm sinh\n1,Nguyễn Thị Thử,1980\n'),
  });
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click();
  await expect(page).toHaveURL(/admin\/imports\/[0-9a-f-]{36}/);
  const worker = await page.request.get('/admin/attendance/worker/sw.js');
  expect([worker.status(), await worker.text()]).toEqual([200, expect.stringContaining('hall-files-')]);
  const reader = await page.request.get('/admin/attendance/reader');
  expect([reader.status(), reader.headers()['content-type']]).toEqual([200, 'application/gzip']);
}

/** What an operator asks beside a portal at work. */
function askCommands(folder: string, surroundings: Record<string, string>) {
  const condition = command(folder, surroundings, 'scripts/doctor/main.mjs', '--json');
  expect(JSON.parse(condition.written).length).toBeGreaterThan(5);
  expect(command(folder, surroundings, 'scripts/verify-audit.mjs').said).toContain('whole');
}

test('a finished build runs in an empty folder with node alone: pages in both languages, signing in, saving, its commands, a stop in order', async () => {
  test.slow();
  const folder = makeRelease();
  expect(namingHome(folder)).toEqual([]);
  await dropDatabase(addressOf('postgres'), NAME);
  await ensureDatabase(addressOf('postgres'), NAME);
  const machine = bareMachine(folder, addressOf(NAME));
  const tables = command(folder, machine, 'scripts/release/tables.mjs');
  expect(tables.status, tables.said).toBe(0);
  const portal = await startRelease(folder, machine);
  const database = new pg.Client({ connectionString: addressOf(NAME) });
  await database.connect();
  try {
    makeHer(folder, portal.env);
    const her = await Reader.open(portal.origin);
    for (const path of PATHS) expect((await her.request.get(path)).status(), path).toBe(200);
    await signIn(her);
    await invite(her);
    expect(await read(database, 'SELECT count(*)::int FROM invitation')).toEqual([{ count: 1 }]);
    const [commune] = await read<{ id: string }>(database, FIRST_COMMUNE);
    const official = await visit(database, 'commune_official', { id: commune?.id ?? '' }, { origin: portal.origin });
    await readWhatWasCompiled(await Reader.open(portal.origin, official));
    askCommands(folder, portal.env);
    expect(await portal.stop()).toBe(0);
    expect(portal.log()).not.toMatch(LACKS);
  } finally {
    await portal.stop();
    await database.end();
    await dropDatabase(addressOf('postgres'), NAME);
  }
});
