import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { transformSync } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { read } from '../../test/factories/write';
import {
  endOldBrowser,
  NO_OLD_BROWSERS,
  type OldBrowser,
  oldBrowsers,
  openOldBrowser,
} from '../support/page/old-browsers';
import { standingOf, wrongOn } from '../support/page/old-page';
import { unread } from '../support/page/unread';
import { makeHall } from '../support/stage/hall';
import { instructorOf } from '../support/stage/members';
import { makeTaughtSession } from '../support/stage/outcomes';
import { openSession as signIn } from '../support/stage/session';
import { choosePlaces } from '../support/stage/stage';
import { newPhone, openSession, secretTold } from '../support/stage/trainings';
import { test } from '../support/test';

test.skip(NO_OLD_BROWSERS, 'not applicable: the old browsers exist for Linux on x64 alone');

/** Opens a browser for as long as the work takes. */
async function within(number: OldBrowser, work: (page: Page) => Promise<void>) {
  const { browser, page } = await openOldBrowser(number);
  try {
    await work(page);
  } finally {
    endOldBrowser(browser);
  }
}

/** The account of the demonstration with this name before the @. */
async function accountOf(database: Parameters<typeof read>[0], name: string): Promise<string> {
  const [account] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = '${name}@demo.invalid'`);
  return account?.id ?? '';
}

/** Presses the first button with these words, wherever it lies. */
const press = (page: Page, within: string, words: string) =>
  page.evaluate(
    (place: string, asked: string) => {
      const buttons = Array.from(document.querySelectorAll<HTMLElement>(`${place} button`));
      buttons.find(({ textContent }) => textContent?.trim().startsWith(asked))?.click();
    },
    within,
    words,
  );

/** Waits until the page says these words. */
const said = (page: Page, words: string) =>
  page.waitForFunction((asked: string) => document.body.textContent?.includes(asked), { timeout: 20_000 }, words);

const WHOLE = { letters: ['Literata', '"Be Vietnam Pro"'], blackShapes: 0, width: 360, touching: [] };

for (const number of oldBrowsers) {
  test(`in Chromium ${number} public pages are styled and whole, and a woman takes a seat and gives it back`, async ({
    baseURL,
    database,
    request,
  }) => {
    const { slug } = await openSession(database, (await choosePlaces(database)).commune, 3);
    const story = /href="(\/cau-chuyen\/[a-z0-9-]+)"/.exec(await (await request.get('/cau-chuyen')).text())?.[1];
    await within(number, async (page) => {
      const wrong = wrongOn(page);
      for (const path of ['/', story, '/do-phu', '/dang-nhap', `/tap-huan/${slug}`]) {
        await page.goto(`${baseURL}${path}`, { waitUntil: 'load' });
        const standing = await standingOf(page);
        expect(standing, path).toMatchObject(WHOLE);
        expect(standing.logoWidth, path).toBeGreaterThan(20);
        expect(standing.logoWidth, path).toBeLessThan(80);
      }
      await page.goto(`${baseURL}/do-phu?on=2026-09-30`, { waitUntil: 'load' });
      await page.click('.calendar-button');
      await page.waitForSelector('dialog [tabindex="0"]:focus');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      expect(await page.$eval('[name=on]', (field) => (field as HTMLInputElement).value)).toBe('29/09/2026');
      await page.goto(`${baseURL}/tap-huan/${slug}`, { waitUntil: 'load' });
      await page.type('[name=name]', 'Nguyễn Thị Cũ');
      const phone = newPhone();
      await page.type('[name=phone]', phone);
      await page.click('form input[type=checkbox]');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(page.url()).toContain('said=received');
      expect(await standingOf(page)).toMatchObject(WHOLE);
      await page.goto(`${baseURL}/ve/${await secretTold(database, phone)}`, { waitUntil: 'load' });
      expect(await standingOf(page)).toMatchObject(WHOLE);
      await Promise.all([page.waitForNavigation(), press(page, 'main', 'Trả chỗ này')]);
      expect(await page.evaluate(() => document.body.textContent)).toContain('Đã trả chỗ');
      expect(wrong).toEqual([]);
    });
  });
}

for (const number of [92, 102] as const)
  test(`in Chromium ${number} an official reads her home and a member’s record, sends a picture in parts, sees which level is chosen, and opens a list in the hall`, async ({
    baseURL,
    database,
  }) => {
    const [trainer, official] = [await accountOf(database, 'trainer'), await accountOf(database, 'longhung')];
    const taught = await makeTaughtSession(database);
    const hall = await makeHall(database, 3);
    const record = `/admin/people/${(await instructorOf('long-hung')).id}`;
    const cookieOf = async (account: string) => ({ ...(await signIn(database, account)), url: String(baseURL) });
    await within(number, async (page) => {
      const wrong = wrongOn(page);
      await page.setCookie(await cookieOf(official));
      for (const path of ['/admin', record, `${record}/consents/sheet`, '/admin/coverage']) {
        await page.goto(`${baseURL}${path}`, { waitUntil: 'load' });
        expect(await standingOf(page), path).toMatchObject(WHOLE);
      }
      await page.waitForSelector('.recharts-surface');

      await page.goto(`${baseURL}/admin/pictures/new`, { waitUntil: 'load' });
      await page.waitForSelector('.file-input.in-words');
      await (await page.$('input[type=file]'))?.uploadFile('docs/hall.png');
      await said(page, 'Tệp đã gửi xong.');
      expect(await standingOf(page)).toMatchObject(WHOLE);
      await press(page, 'main', 'Bỏ tệp này');
      await page.waitForFunction(() => !document.querySelector('progress'));

      await page.setCookie(await cookieOf(trainer));
      await page.goto(`${baseURL}/admin/trainings/${taught.id}/outcomes`, { waitUntil: 'load' });
      const choice = await page.$('input[type=radio][value=alone]');
      const ground = () =>
        choice?.evaluate((radio: Element) => getComputedStyle(radio.nextElementSibling as Element).backgroundColor);
      expect(await ground()).toBe('rgb(255, 253, 247)');
      await choice?.evaluate((radio: Element) => (radio as HTMLElement).click());
      expect(await ground()).toBe('rgb(29, 85, 54)');

      await page.setCookie(await cookieOf(hall.trainer.id));
      await page.goto(`${baseURL}/admin/attendance`, { waitUntil: 'load' });
      await said(page, hall.title);
      await press(page, 'main', 'Tải về máy');
      await (await page.waitForSelector(`a[href="#${hall.session.id}"]`))?.click();
      await said(page, hall.women[0]?.name ?? '');
      expect(await standingOf(page)).toMatchObject({ ...WHOLE, letters: ['"Be Vietnam Pro"', '"Be Vietnam Pro"'] });
      expect(wrong).toEqual([]);
    });
  });

for (const number of [92, 102] as const)
  test(`in Chromium ${number} the button that was tapped goes along with its form: a meeting is told of its own pair`, async ({
    baseURL,
    database,
  }) => {
    await within(number, async (page) => {
      await page.setCookie({
        ...(await signIn(database, await accountOf(database, 'trangdai'))),
        url: String(baseURL),
      });
      await page.goto(`${baseURL}/admin/pairs/quiet`, { waitUntil: 'load' });
      await page.waitForSelector('form#met-today p[role=status]');
      await press(page, 'main', 'Vừa gặp, 30 phút');
      await said(page, 'Đã ghi lần gặp hôm nay.');
    });
  });

test('where the scripts of the hall do not run it says what is needed and where the register on paper is', async ({
  signInAs,
}) => {
  const page = await signInAs('trainer');
  await page.route(/[.]js(\?|$)/, (route) => route.abort());
  await page.goto('/admin/attendance');
  await expect(page.getByText('cần Chrome 92, Firefox 91 hoặc Safari 15.4')).toBeHidden();
  await expect(page.getByText('cần Chrome 92, Firefox 91 hoặc Safari 15.4')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Đến các buổi tập huấn' })).toBeVisible();
});

const CHUNKS = join('.next', 'static', 'chunks');
const chunks = (kind: RegExp) =>
  readdirSync(CHUNKS, { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => ({ name, text: readFileSync(join(CHUNKS, name), 'utf8') }));

test('what the build sends for styles is read by Chromium 80, but for what only adorns', async () => {
  const styles = chunks(/[.]css$/);
  expect(styles.length).toBeGreaterThan(0);
  await within(80, async (page) => {
    for (const { name, text } of styles) expect(await unread(page, text), name).toEqual([]);
  });
});

test('what the build sends for scripts is understood by Chrome 92, Firefox 91 and Safari 15.4', () => {
  const scripts = chunks(/[.]js$/);
  expect(scripts.length).toBeGreaterThan(10);
  // Functions that came later, and that Next does not bring along.
  const later =
    /\b(AbortSignal\.(timeout|any)|structuredClone|Array\.fromAsync|Object\.groupBy)\b|\.(findLastIndex|toSorted|toReversed|toSpliced)\(/;
  // Brackets around a function are its way of writing for Safari, and no other word.
  const written = (text: string, target: string | string[]) =>
    transformSync(text, { target, logLevel: 'silent' }).code.replace(/[()]/g, '');
  for (const { name, text } of scripts) {
    // Nothing is left to be said in older words.
    expect(written(text, ['chrome92', 'firefox91', 'safari15.4']) === written(text, 'esnext'), name).toBe(true);
    expect(later.exec(text)?.[0], name).toBeUndefined();
  }
});
