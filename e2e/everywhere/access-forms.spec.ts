import { expect } from '@playwright/test';
import { type NotCompared, tableDigests } from '../../test/factories/table-digests';
import { type Made, read, unique } from '../../test/factories/write';
import { formsOf, type SentForm, send } from '../support/page/forms';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { cityPages, formPages, recordPages, reportPage } from '../support/stage/record-pages';
import { lastMonth } from '../support/stage/reports';
import { makeRecords, type Visitor } from '../support/stage/stage';
import { test } from '../support/test';

/** The clock of the work that the portal does by itself, which goes on meanwhile, and which transactions it was. */
const ITS_OWN: NotCompared = { job: 'all', 'app.aside': 'all' };

/** The tables that differ when these visitors have sent all forms. */
async function changedBy({ database }: QuietPortal, visitors: Visitor[], forms: SentForm[]): Promise<string[]> {
  const before = await tableDigests(database, ITS_OWN);
  for (const visitor of visitors) for (const form of forms) await send(visitor, form);
  const after = await tableDigests(database, ITS_OWN);
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}

test('a form sent by somebody whom the record is not within reach of changes nothing, in no table', async ({
  quiet,
}) => {
  const { database, places, come } = quiet;
  const records = await makeRecords(database, places, `Zk${unique()}`);
  test.setTimeout(300_000);
  // what is due at the beginning is done
  const undone = () => read(database, 'SELECT FROM job WHERE done_at IS NULL OR running');
  await expect.poll(undone, { timeout: 60_000 }).toEqual([]);
  const province = await come('province_official', places.commune);
  const forms = await formsOf(province, [
    ...recordPages.map(([addressOf]) => addressOf(records, places)),
    ...formPages.map((addressOf) => addressOf(places)),
  ]);
  const [whole = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const [period, city] = [await lastMonth(database), await come('province_official', whole)];
  const ofReports = await formsOf(city, [
    ...cityPages.map(([addressOf]) => addressOf(period)),
    reportPage(places, period),
  ]);
  expect(ofReports.length).toBeGreaterThan(0);
  expect(forms.length).toBeGreaterThan(10);
  const strangers = [
    await come('commune_official', places.next),
    await come('sub_association_head', places.group),
    await come('viewer', places.commune),
    await come('commune_official', places.commune, { ended: true }),
  ];
  expect(await changedBy(quiet, strangers, [...forms, ...ofReports])).toEqual([]);
  const official = await come('commune_official', places.commune);
  expect(await changedBy(quiet, [official], forms)).toEqual(
    expect.arrayContaining(['audit_entry', 'certificate', 'digital_model', 'pair', 'person', 'session']),
  );
  for (const visitor of [province, city, ...strangers, official]) await visitor.http.dispose();
});
