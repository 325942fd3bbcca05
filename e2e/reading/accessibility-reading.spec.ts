import { expect, type Page } from '@playwright/test';
import type pg from 'pg';
import { locales } from '../../i18n/locales';
import { hrefTo } from '../../i18n/routes';
import { read } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { makeHall, registerOf, say, TestPhone, takeAlong } from '../support/stage/hall';
import { choosePlaces } from '../support/stage/stage';
import { newPhone, openSession, secretTold } from '../support/stage/trainings';
import { test } from '../support/test';

/** The page that is open, at both widths. */
async function expectNothingWrong(page: Page) {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator('h1')).toBeVisible();
    expect(await violationsOf(page), `${page.url()} at ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
}

/** A guide, its printed card, and an alert in each language, for they are drawn in their own way. */
async function guideAndAlert(database: pg.Client): Promise<string[]> {
  const rows = await read<{ kind: 'guide' | 'alert'; locale: 'vi' | 'en'; slug: string }>(
    database,
    `SELECT DISTINCT ON (a.kind, p.locale) a.kind, p.locale, s.slug FROM publication p JOIN article a ON a.id = p.article_id AND a.kind IN ('guide', 'alert')
     JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
     WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL AND (p.planned_end IS NULL OR p.planned_end > now() + interval '5 minutes')
     ORDER BY a.kind, p.locale, p.published_at`,
  );
  const kinds = rows.map(({ kind, locale }) => `${kind} ${locale}`).sort();
  expect(kinds).toEqual(['alert en', 'alert vi', 'guide en', 'guide vi']);
  return rows.flatMap(({ kind, locale, slug }) => {
    if (kind === 'alert') return [hrefTo(locale, 'newsArticle', { slug })];
    return locale === 'vi' ? [hrefTo(locale, 'guide', { slug }), hrefTo(locale, 'guideCard', { slug })] : [];
  });
}

test('a guide, its printed card and an alert have no violation', async ({ page, database }) => {
  for (const path of await guideAndAlert(database)) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expectNothingWrong(page);
  }
});

test('an article, a story, the public page of a session, its form with a mistake and a ticket have no violation in either language', async ({
  page,
  database,
}) => {
  const { commune } = await choosePlaces(database);
  const { slug } = await openSession(database, commune, 5);
  await page.goto(`/tap-huan/${slug}`);
  await page.getByLabel('Tên của chị', { exact: true }).fill('Nguyễn Thị Đọc');
  await page.getByLabel('Số điện thoại', { exact: true }).fill('0912');
  await page.getByRole('button', { name: 'Giữ chỗ', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Số di động có 10 chữ số');
  await expectNothingWrong(page);
  const phone = newPhone();
  await page.getByLabel('Số điện thoại', { exact: true }).fill(phone);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Giữ chỗ', exact: true }).click();
  await expect(page).toHaveURL(/said=received/);
  await expectNothingWrong(page);
  const secret = await secretTold(database, phone);
  for (const locale of locales) {
    const paths = [hrefTo(locale, 'session', { slug }), hrefTo(locale, 'ticket', { slug: secret })];
    for (const list of ['news', 'stories'] as const) {
      await page.goto(hrefTo(locale, list));
      const article = page.locator(`main a[href^="${hrefTo(locale, list)}/"]`).first();
      paths.push(String(await article.getAttribute('href')));
    }
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectNothingWrong(page);
    }
  }
});

test('the app of the hall has no violation: its days, a list with marks, and the same without signal', async ({
  baseURL,
  launchOptions,
  database,
}) => {
  const stage = await makeHall(database, 6);
  const phone = new TestPhone(String(baseURL), launchOptions);
  const page = await phone.open();
  await takeAlong(page, stage.trainer, stage);
  await expectNothingWrong(page);
  const [a = '', b = '', c = ''] = stage.women.map(({ name }) => name);
  await say(page, a, 'Có mặt');
  // what says that all was sent stood there before the tap too
  await expect.poll(() => registerOf(database, stage.session)).toMatchObject({ [a]: 'present' });
  await expect(page.getByText('Mọi lượt đã gửi')).toBeVisible();
  await phone.signal(false);
  await say(page, b, 'Muộn');
  await say(page, c, 'Vắng');
  await expect(page.getByText('2 chưa gửi')).toBeVisible();
  await expectNothingWrong(page);
  await page.goto('/admin/attendance');
  await expectNothingWrong(page);
  await phone.close();
});
