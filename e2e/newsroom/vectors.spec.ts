import { type BrowserContext, expect as expectPage } from '@playwright/test';
import { createMember } from '../../test/factories/people';
import { createSubAssociation } from '../../test/factories/units';
import { type Made, newId, read } from '../../test/factories/write';
import { sheetOf } from '../support/page/sheet';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { makeRecords, type Places, type Records } from '../support/stage/stage';
import { test } from '../support/test';
import * as newsroom from '../support/vectors/newsroom';
import { fileOf, isUnwalked, pageFiles, reasonsOfNone } from '../support/vectors/page-files';
import { makeCertificate, makeSession, TOPIC, writeReport } from '../support/vectors/papers';
import { readFiles, readRaw, readToldToPrograms } from '../support/vectors/reading';
import { VECTORS, WORD, ZALO } from '../support/vectors/vectors';
import * as walks from '../support/vectors/walked';
import { Watch } from '../support/vectors/watching';

// it writes a whole newsroom before it reads it
test.describe.configure({ timeout: 300_000 });

/** A woman and her unit of this name, and two at work who bear it too. */
async function nameAll({ database, places, come }: QuietPortal, name: string) {
  const unit = await createSubAssociation(database, places.commune, { name });
  const woman = await createMember(database, unit, { name });
  // a name that a sheet would work out
  await createMember(database, unit, { name: VECTORS[4] });
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const [official, province] = [await come('commune_official', places.commune), await come('province_official', city)];
  const ids = [official.accountId, province.accountId];
  await database.query('UPDATE account SET display_name = $1 WHERE id = ANY ($2::uuid[])', [name, ids]);
  return { city, unit, woman, official, province };
}

/** Everything that is written, and the commune of which it tells. */
async function writeAll({ database, places }: QuietPortal, staff: newsroom.Staff, unit: Made, woman: Made, by: string) {
  const picture = await newsroom.addPicture(staff.official, unit);
  const news = await newsroom.makeNews(staff);
  const guide = await newsroom.makeGuide(staff);
  const alert = await newsroom.makeAlert(staff);
  const withdrawn = await newsroom.makeWithdrawn(staff);
  const story = await newsroom.makeStory(staff, picture);
  await newsroom.rule(staff.province, places.next);
  await newsroom.addHost(staff.province);
  await newsroom.changeWords(staff.official, picture);
  const made = await makeSession(database, unit);
  const certificate = await makeCertificate(database, woman, by);
  const report = await writeReport(database, staff.official, places.commune);
  const own = `a.unit_id IN ('${places.commune.id}', '${unit.id}')`;
  await database.query(
    `INSERT INTO article_topic SELECT a.id, k.id FROM article a JOIN skill k ON k.code = '${TOPIC}' WHERE ${own} ON CONFLICT DO NOTHING`,
  );
  await database.query(`UPDATE article a SET review_on = app.today() - 1 WHERE ${own}`);
  const records = await makeRecords(database, places, VECTORS[0]);
  const [commune] = await read<{ slug: string }>(database, `SELECT slug FROM unit WHERE id = '${places.commune.id}'`);
  const pieces = { picture, news, guide, alert, withdrawn, story };
  return { ...pieces, ...made, certificate, report, woman, unit, records, places, slug: commune?.slug ?? '' };
}

test('vectors in every field of the newsroom run nowhere, on no page, preview or notice, in no feed, calendar, card, open data, sheet, poster, certificate, report or paper', async ({
  quiet,
  browser,
}) => {
  const { city, unit, woman, official, province } = await nameAll(quiet, VECTORS[0]);
  const staff = { official: await quiet.read(official), province: await quiet.read(province) };
  const all = await writeAll(quiet, staff, unit, woman, official.accountId);
  const contexts: BrowserContext[] = [];
  const walk = async (pages: string[], cookie?: { name: string; value: string }) => {
    const context = await browser.newContext();
    contexts.push(context);
    const watch = await Watch.open(context, quiet.origin, cookie);
    for (const page of pages) await watch.see(page);
    return watch;
  };
  const watches = await Promise.all([
    walk(walks.publicPages(all)),
    walk(walks.officialsPages(all), official.cookie),
    walk(walks.provincePages(all), province.cookie),
  ]);
  const [anybody, administrator] = [
    await quiet.read(),
    await quiet.read(await quiet.come('system_administrator', city)),
  ];
  await readToldToPrograms(anybody, watches[0], all);
  await readFiles([staff.official, staff.province, anybody], all);
  const [inside, outside] = [true, false].map((is) =>
    walks.readPages(all).filter((page) => /^\/(admin|xem-truoc)/.test(page) === is),
  );
  const readers = [staff.province, staff.official, administrator];
  const noted = [...(await readRaw(readers, inside ?? [])), ...(await readRaw([anybody], outside ?? []))];
  expectPage([...watches.flatMap((watch) => watch.noted), ...noted]).toEqual([]);
  for (const context of contexts) await context.close();
});

test('every page file of the portal answers an address that is walked with vectors, or says why it is none', () => {
  const id = newId();
  const anything = <Thing extends object>(value: unknown) => new Proxy({} as Thing, { get: () => value });
  const piece = (vi: string, en: string) => ({ article: `/admin/articles/${id}`, pages: [`/${vi}/a`, `/en/${en}/a`] });
  const [news, guide, story] = [piece('tin-tuc', 'news'), piece('cam-nang', 'guides'), piece('cau-chuyen', 'stories')];
  const addresses = walks.walked({
    guide,
    story,
    alert: news,
    withdrawn: story,
    news: { ...news, secret: '/xem-truoc/a' },
    woman: { id },
    unit: { id },
    course: { id, code: 'a' },
    venue: { id },
    session: 'a',
    slug: 'a',
    picture: `/admin/pictures/${id}`,
    report: `/admin/reports/${id}/${id}`,
    certificate: { page: '/chung-nhan/a', record: `/admin/certificates/${id}` },
    records: anything<Records>(id),
    places: anything<Places>({ id }),
  });
  const all = pageFiles();
  const answering = new Set(addresses.map((address) => fileOf(address, all)));
  expectPage(addresses.filter((address) => !fileOf(address, all))).toEqual([]);
  const left = all.filter((file) => !answering.has(file));
  expectPage(left.filter((file) => !isUnwalked(file))).toEqual([]);
  expectPage(reasonsOfNone(left)).toEqual([]);
});

/** What a text that is kept may hold; written beside the list of the portal. */
const KEPT =
  /^(doc|paragraph|text|heading|level|bullet_list|tight|list_item|table|table_row|table_cell|table_header|link|href|strong|em|type|attrs|content|marks|hard_break|card|of|ref|words)$/;

test('what Word and Zalo put on the clipboard leaves words on the sheet and in what is kept, runs nothing and asks nobody', async ({
  quiet,
  browser,
}) => {
  const official = await quiet.come('commune_official', quiet.places.commune);
  const context = await browser.newContext();
  const watch = await Watch.open(context, quiet.origin, official.cookie);
  const { page } = watch;
  await page.goto(`${quiet.origin}/admin/articles/new?kind=news`);
  const sheet = sheetOf(page, 'vi');
  const title = `Dán từ Word ${Date.now()}`;
  await page.locator('[name="titleVi"]').fill(title);
  await page.locator('[name="summaryVi"]').fill('Một đoạn dán.');
  for (const html of [WORD, ZALO]) {
    await sheet.press('Control+End');
    await sheet.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  }
  await expectPage(sheet).toContainText('Chị Lan kể');
  await expectPage(sheet).toContainText('lớp học');
  await watch.look();
  const drawn = await sheet.evaluate((element) =>
    Array.from(element.querySelectorAll('*'), ({ tagName, attributes }) =>
      [tagName, ...Array.from(attributes, ({ name }) => name)].join(' '),
    ),
  );
  for (const part of new Set(drawn))
    expectPage(part).toMatch(
      /^(P|H[234]|UL|LI|STRONG|BR( class)?|TABLE|TBODY|TR|T[DH]|A href rel|ASIDE( (data-\w+|class|contenteditable))*|DIV( class)?)$/,
    );
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.waitForURL(/said=drafted/);
  await watch.look();
  const [kept] = await read<{ body: string; words: string[] }>(
    quiet.database,
    `SELECT body::text, ARRAY(SELECT DISTINCT x[1] FROM regexp_matches(body::text, '"(\\w+)":', 'g') x) AS words FROM edition_text WHERE title = '${title}'`,
  );
  expectPage(kept?.words.filter((word) => !KEPT.test(word))).toEqual([]);
  expectPage(kept?.body).not.toMatch(/vector|evil|javascript|onclick|onerror|mso|style|data:/);
  expectPage(kept?.body).toContain('https://chi-em.example/x');
  // a document that only is read has its handlers refused before they are taken out
  expectPage(watch.noted.filter((noted) => !/^violation /.test(noted))).toEqual([]);
  await context.close();
});
