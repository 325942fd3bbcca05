import { type BrowserContext, expect as expectPage } from '@playwright/test';
import { createMember } from '../../test/factories/people';
import { createSubAssociation } from '../../test/factories/units';
import { type Made, read } from '../../test/factories/write';
import { sheetOf } from '../support/page/sheet';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';
import * as newsroom from '../support/vectors/newsroom';
import { makeCertificate, makeSession, writeReport } from '../support/vectors/papers';
import { VECTORS, WORD, ZALO } from '../support/vectors/vectors';
import { Watch } from '../support/vectors/watching';

// it writes a whole newsroom before it reads it
test.describe.configure({ timeout: 300_000 });

/** What all that is written is about, so that the feed of a topic tells it. */
const TOPIC = 'vneid';

/** The cells of a sheet. */
const cellsOf = (csv: string) =>
  [...csv.matchAll(/(?:^|,|\r?\n)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell = '']) => cell.replace(/^"/, ''));

/** Feeds, those of the commune among them, open data and cards: each is what it says it is, and holds the vectors as words. */
async function readFiles(anybody: Reader, watch: Watch, pages: string[], slug: string): Promise<void> {
  const textOf = async (path: string) => {
    const answer = await anybody.request.get(path);
    expect(answer.status(), path).toBe(200);
    return answer.text();
  };
  const narrowed = ['/feed.xml', '/en/feed.xml'].flatMap((feed) => [
    `${feed}?commune=${slug}`,
    `${feed}?topic=${TOPIC}`,
  ]);
  for (const path of ['/feed.xml', '/en/feed.xml', ...narrowed, '/sitemap.xml']) {
    const { broken, words, parts } = await watch.readXml(await textOf(path));
    expect([path, broken]).toEqual([path, undefined]);
    expect(parts.join(' '), path).not.toMatch(/\b(vector|script|img|svg)\b/);
    if (path !== '/sitemap.xml') expect(words.join(' '), path).toContain('<img id=vector src=x onerror=ran=true>');
  }
  for (const language of ['vi', 'en']) {
    const { data } = JSON.parse(await textOf(`/api/v1/articles?language=${language}`));
    expect(JSON.stringify(data)).toContain('id=vector');
    const cells = cellsOf(await textOf(`/api/v1/articles?language=${language}&format=csv`));
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r|＝＋－＠]/.test(cell))).toEqual([]);
  }
  for (const path of pages) {
    const html = await textOf(path);
    expect(html, path).toContain('&lt;img id=vector src=x onerror=ran=true&gt;');
    const cards = [...html.matchAll(/<meta property="og:image" content="([^"]+)"/g)];
    expect(cards.length, path).toBeGreaterThan(0);
    for (const [, card = ''] of cards) {
      const answer = await anybody.request.get(new URL(card.replaceAll('&amp;', '&')).pathname);
      expect([card, answer.headers()['content-type']]).toEqual([
        card,
        /\.jpg\b/.test(card) ? 'image/jpeg' : 'image/png',
      ]);
    }
  }
}

/** What is handed out of a woman whose name and unit are vectors, and the poster, are papers: nothing of them is drawn by a browser. */
async function readPapers(official: Reader, { session, report }: All, woman: Made): Promise<void> {
  const hers = ['own-data/export?format=pdf', 'passport/print'].map((paper) => `/admin/people/${woman.id}/${paper}`);
  for (const paper of [...hers, `/tap-huan/${session}/ap-phich.pdf`, `${report}/file?format=pdf`]) {
    const answer = await official.request.get(paper);
    expect([paper, answer.status(), answer.headers()['content-type']]).toEqual([paper, 200, 'application/pdf']);
    expect((await answer.body()).subarray(0, 5).toString(), paper).toBe('%PDF-');
  }
}

/** A woman and her unit of this name, and two at work who bear it too. */
async function nameAll({ database, places, come }: QuietPortal, name: string) {
  const unit = await createSubAssociation(database, places.commune, { name });
  const woman = await createMember(database, unit, { name });
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const [official, province] = [await come('commune_official', places.commune), await come('province_official', city)];
  const ids = [official.accountId, province.accountId];
  await database.query('UPDATE account SET display_name = $1 WHERE id = ANY ($2::uuid[])', [name, ids]);
  return { unit, woman, official, province };
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
  const session = await makeSession(database, unit);
  const certificate = await makeCertificate(database, woman, by);
  const report = await writeReport(database, staff.official, places.commune);
  await database.query(
    `INSERT INTO article_topic SELECT a.id, k.id FROM article a JOIN skill k ON k.code = '${TOPIC}' WHERE a.unit_id = '${places.commune.id}' OR a.unit_id = '${unit.id}'`,
  );
  const [commune] = await read<{ slug: string }>(database, `SELECT slug FROM unit WHERE id = '${places.commune.id}'`);
  return { picture, news, guide, alert, withdrawn, story, session, certificate, report, slug: commune?.slug ?? '' };
}
type All = Awaited<ReturnType<typeof writeAll>>;

const search = (path: string, question: string) => `${path}?${new URLSearchParams({ q: question })}`;

const publicPages = ({ news, guide, alert, withdrawn, story, session, certificate, slug }: All) => [
  ...['', '/ap-phich', '/giu-cho'].map((part) => `/tap-huan/${session}${part}`),
  ...[
    `/en/trainings/${session}`,
    `/en/trainings/${session}/poster`,
    certificate.page,
    `/en/certificates/${certificate.page.split('/').at(-1)}`,
  ],
  ...[news, guide, alert, withdrawn, story].flatMap(({ pages }) => pages),
  news.secret,
  ...guide.pages.map((page) => (page.startsWith('/en/') ? `${page}/card` : `${page}/the`)),
  ...['/', '/en', '/tin-tuc', '/en/news', '/cau-chuyen', '/en/stories', '/cam-nang', '/en/guides'],
  ...[`/xa-phuong/${slug}`, `/en/communes/${slug}`],
  ...['vector', ...VECTORS.slice(0, 4)].map((question) => search('/tim-kiem', question)),
  search('/en/search', VECTORS[1]),
];

const officialsPages = ({ picture, news, guide, alert, story, certificate, report }: All, woman: Made) => [
  certificate.record,
  report,
  ...['own-data', 'passport'].map((part) => `/admin/people/${woman.id}/${part}`),
  ...[news, guide, alert, story].map(({ article }) => article),
  `${story.article}?lang=en`,
  `${story.article}/subject-person?q=img`,
  ...['edit', 'sounds'].map((part) => `${news.article}/${part}`),
  `${story.article}/versions?lang=vi`,
  ...['phone', 'card', 'found'].map((view) => `${news.article}/preview?as=${view}`),
  `/xem-truoc/bai/${news.article.split('/').at(-1)}`,
  ...['/admin', '/admin/articles', '/admin/articles?q=vector', '/admin/pictures', picture, `${picture}?who=img`],
];

const provincePages = ({ guide, alert, withdrawn, story }: All, unit: Made, woman: Made) => [
  ...[withdrawn, story].map(({ article }) => article),
  `${story.article}/versions?lang=en`,
  ...[`${guide.article}/parts`, `${alert.article}/parts`, `${story.article}/picture`, `${story.article}/edit`],
  ...['/admin/articles/rulings', '/admin/articles/links', '/admin/articles/front?spot=list_stories', '/admin/audit'],
  ...[`/admin/units/${unit.id}`, `/admin/people?q=img`, `/admin/people/${woman.id}`],
];

test('vectors in every field of the newsroom run nowhere, on no page, preview or notice, in no feed, card, open data, poster, certificate, report or paper', async ({
  quiet,
  browser,
}) => {
  const { unit, woman, official, province } = await nameAll(quiet, VECTORS[0]);
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
    walk(publicPages(all)),
    walk(officialsPages(all, woman), official.cookie),
    walk(provincePages(all, unit, woman), province.cookie),
  ]);
  await readFiles(
    await quiet.read(),
    watches[0],
    [...all.story.pages, ...all.guide.pages, ...all.alert.pages],
    all.slug,
  );
  await readPapers(staff.official, all, woman);
  expectPage(watches.flatMap(({ noted }) => noted)).toEqual([]);
  for (const context of contexts) await context.close();
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
