import { expect, test } from '@playwright/test';
import type pg from 'pg';
import sharp from 'sharp';
import { type Permission, permissions, type Role, roles } from '../../domain/access/permissions';
import { type Made, read, unique } from '../../test/factories/write';
import { formsOf } from '../support/page/forms';
import { Reader } from '../support/reader/reader';
import { positions } from '../support/stage/positions';
import {
  choosePlaces,
  makeRecords,
  openDatabase,
  type Places,
  type Records,
  type Visitor,
  visit,
} from '../support/stage/stage';

/** Files that lie beside a page of the signed-in area: the paper of a register, and a picture for print. */
test.describe.configure({ mode: 'default', timeout: 300_000 });

const ORIGIN = process.env.PORTAL_URL ?? 'http://127.0.0.1:3000';
const NEW = '/admin/pictures/new';

let database: pg.Client;
let places: Places;
let records: Records;

test.beforeAll(async () => {
  database = await openDatabase();
  places = await choosePlaces(database);
  records = await makeRecords(database, places, `Zk${unique()}`);
});
test.afterAll(() => database.end());

/** Asks for a paper as every role from everywhere; which of them it opened for, and which it should. */
async function opensByTheTable(address: string, needs: Permission, type: string, but: readonly Role[] = []) {
  for (const role of roles)
    for (const [position, { at, reaches, ended }] of Object.entries(positions)) {
      const { http } = await visit(database, role, places[at], { ended });
      const answer = await http.get(address);
      const opens = reaches && (permissions[needs] as readonly Role[]).includes(role) && !but.includes(role);
      expect(answer.status(), `${role}, ${position}: ${address}`).toBe(opens ? 200 : 404);
      if (opens) expect(answer.headers()['content-type'], address).toBe(type);
      else expect(await answer.body(), `${role}, ${position}: ${address}`).toHaveLength(0);
      await http.dispose();
    }
  const nobody = await Reader.open(ORIGIN);
  expect((await nobody.request.get(address, { maxRedirects: 0 })).status(), `a stranger: ${address}`).not.toBe(200);
  await nobody.close();
}

/** Somebody who trains in the sub-association, as who stands in the records. */
async function trainer(at: keyof Places, person: string): Promise<Visitor> {
  const her = await visit(database, 'trainer', places[at]);
  await database.query('UPDATE account SET person_id = NULL WHERE person_id = $1', [person]);
  await database.query('UPDATE account SET person_id = $2 WHERE id = $1', [her.accountId, person]);
  return her;
}

test('the paper of a register opens by the table of permissions, in reach, and for a trainer of that session alone', async () => {
  const paper = `/admin/trainings/${records.held}/attendance/sheet`;
  await opensByTheTable(paper, 'attendance.see', 'application/pdf', ['trainer']);
  const teacher = await trainer('commune', records.person);
  const status = async () => (await teacher.http.get(paper)).status();
  expect(await status(), 'before she taught it').toBe(404);
  await database.query(
    `INSERT INTO session_trainer (session_id, trainer_id, starts_at, ends_at, state)
     SELECT id, $2, starts_at, ends_at, state FROM session WHERE id = $1`,
    [records.held, records.person],
  );
  expect(await status(), 'her own session').toBe(200);
  const other = await trainer('commune', records.learner);
  expect((await other.http.get(paper)).status(), 'a session of somebody else').toBe(404);
  await database.query('DELETE FROM session_trainer WHERE session_id = $1', [records.held]);
});

/** A picture of the sub-association in which nobody can be recognised, with its bytes, sizes and words; its page. */
async function addPicture(): Promise<string> {
  const who = await visit(database, 'commune_official', places.commune);
  const size = { width: 300, height: 200, channels: 3, background: '#789' } as const;
  const buffer = await sharp({ create: size }).jpeg().toBuffer();
  const pictureFile = { name: 'lop-hoc.jpg', mimeType: 'image/jpeg', buffer };
  const [form] = await formsOf(who, [NEW]);
  const unitId = places.subAssociation.id;
  const taken = await who.http.post(NEW, { multipart: { ...form?.fields, unitId, pictureFile } });
  const address = new URL(taken.headers().location ?? '', taken.url()).pathname;
  const official = await Reader.open(ORIGIN, who);
  await official.goto(address);
  await official.getByLabel('Trong ảnh có gì, tiếng Anh').fill('Women learn to call by video');
  await official.getByRole('button', { name: 'Lưu lời của ảnh' }).click();
  await official.locator('[name="faces"][value="nobody"]').check();
  await official.getByRole('button', { name: 'Ghi lại' }).click();
  await official.close();
  return address;
}

test('a picture for print opens by the table of permissions, in reach, while it may be printed', async () => {
  const address = await addPicture();
  const id = address.split('/').at(-1);
  const mayPrint = async () =>
    (await read<{ may: boolean }>(database, `SELECT app.picture_may_show('${id}', 'print') AS may`))[0]?.may;
  await expect.poll(mayPrint, { timeout: 180_000 }).toBe(true);
  await opensByTheTable(`${address}/print`, 'pictures.see', 'image/jpeg');
  // once somebody is in it who has not agreed, it opens for nobody
  await database.query(`UPDATE media_asset SET faces = NULL WHERE id = $1`, [id]);
  const [province = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const official = await visit(database, 'province_official', province);
  expect((await official.http.get(`${address}/print`)).status()).toBe(404);
});
