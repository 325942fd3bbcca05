import { expect, test } from '@playwright/test';
import { tableDigests } from '../prisma/factories/table-digests';
import { read, unique } from '../prisma/factories/write';
import { makeGround, type OwnDatabase } from './support/databases';
import { formsOf, send } from './support/forms';
import { type Server, startProcess } from './support/processes';
import { peopleTwoCommunes } from './support/quiet-communes';
import { formPages, recordPages } from './support/record-pages';
import { choosePlaces, makeRecords, type Places, type Records, type Visitor, visit } from './support/stage';

/** A portal with a database of its own, in which nobody but these visitors does anything: so every table can be compared. */
let ground: OwnDatabase;
let server: Server;
let places: Places;
let records: Records;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  ground = await makeGround('portal_forms');
  await peopleTwoCommunes(ground.client);
  places = await choosePlaces(ground.client);
  records = await makeRecords(ground.client, places, `Zk${unique()}`);
  server = await startProcess({ DATABASE_URL: ground.url });
});
test.afterAll(async () => {
  server?.child.kill('SIGKILL');
  await ground?.drop();
});

const come = (...[role, unit, options]: [Parameters<typeof visit>[1], Parameters<typeof visit>[2], object?]) =>
  visit(ground.client, role, unit, { ...options, origin: server.origin });

/** All tables but the clock of the work that the portal does by itself, which goes on meanwhile. */
const digests = () => tableDigests(ground.client, { job: 'all' });

/** The tables that differ when these visitors have sent all forms. */
async function changedBy(visitors: Visitor[], forms: Awaited<ReturnType<typeof formsOf>>): Promise<string[]> {
  const before = await digests();
  for (const visitor of visitors) for (const form of forms) await send(visitor, form);
  const after = await digests();
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}

test('a form sent by somebody whom the record is not within reach of changes nothing, in no table', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  // what is due at the beginning is done
  const undone = () => read(ground.client, 'SELECT FROM job WHERE done_at IS NULL OR running');
  await expect.poll(undone, { timeout: 60_000 }).toEqual([]);
  const province = await come('province_official', places.commune);
  const forms = await formsOf(browser, province, [
    ...recordPages.map(([addressOf]) => addressOf(records, places)),
    ...formPages.map((addressOf) => addressOf(places)),
  ]);
  expect(forms.length).toBeGreaterThan(10);
  const strangers = [
    await come('commune_official', places.next),
    await come('sub_association_head', places.group),
    await come('viewer', places.commune),
    await come('commune_official', places.commune, { ended: true }),
  ];
  expect(await changedBy(strangers, forms)).toEqual([]);
  const official = await come('commune_official', places.commune);
  expect(await changedBy([official], forms)).toEqual(
    expect.arrayContaining(['audit_entry', 'certificate', 'digital_model', 'pair', 'person', 'session']),
  );
  for (const visitor of [province, ...strangers, official]) await visitor.http.dispose();
});
