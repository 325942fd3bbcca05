import { ONE_LOOK } from '../support/page/soon';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const NUMBER = /^Trích dẫn số này ?: ?Chi hội$/;

test('a reader without scripts goes from a number to the address that keeps it, to its rows, its month’s end and the same in English', async ({
  readAs,
}) => {
  const page = await readAs();
  // others move figures of the city meanwhile: both pages are read again where one of them was older
  await expect(async () => {
    await page.goto('/do-phu');
    const sentence = (await page.locator('h1 + p').textContent())?.match(/([\d.]+) trong ([\d.]+)/);
    await page.getByRole('link', { name: NUMBER }).first().click();
    await expect(page).toHaveURL(/\/so-lieu\/ty-le-bao-phu-chi-hoi\/dong-nai\/\d{4}-\d\d-\d\d$/);
    await expect(page.getByText(`${sentence?.[1]} trên ${sentence?.[2]}`).first()).toBeVisible(ONE_LOOK);
  }).toPass();
  const address = new URL(page.url()).pathname;
  await expect(page.locator('blockquote')).toContainText(address);
  await expect(page.locator('blockquote')).toContainText('Dữ liệu minh họa');
  await expect(page.getByText('Chưa chốt').first()).toBeVisible();
  await expect(page.getByText('gắn với nhau').first()).toBeVisible();
  expect(await page.title()).toMatch(/^[\d,]+% – Chi hội .*, ngày \d\d\/\d\d\/\d{4}/);

  await page.getByText(/^Xem cả \d+ nơi$/).click();
  await page.getByRole('link', { name: 'Phường Long Hưng', exact: true }).first().click();
  await expect(page).toHaveURL(/\/so-lieu\/ty-le-bao-phu-chi-hoi\/long-hung\//);
  await expect(page.getByRole('rowheader', { name: 'Chi hội Khu phố 5', exact: true })).toHaveCount(1);

  await page.goto(address.replace(/\d{4}-\d\d-\d\d$/, '2026-03-31'));
  await expect(page.getByText('Ngày 31/03/2026').first()).toBeVisible();
  await page.getByRole('link', { name: '30/04/2026' }).click();
  await expect(page).toHaveURL(/2026-04-30$/);
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en\/figures\/sub-association-coverage\/dong-nai\/2026-04-30$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sub-associations covered: the whole city');
});

test('search engines are led to ends of months of the city alone, and what no number has leads nowhere', async ({
  readAs,
}) => {
  const page = await readAs();
  const robots = async (path: string) => {
    expect((await page.goto(path)).status(), path).toBe(200);
    return page.document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? 'index';
  };
  const of = (place: string, day: string, slug = 'ty-le-bao-phu-chi-hoi') => `/so-lieu/${slug}/${place}/${day}`;
  expect(await robots(of('dong-nai', '2026-03-31'))).toBe('index');
  expect(await robots(of('dong-nai', '2026-03-30'))).toContain('noindex');
  expect(await robots(of('long-hung', '2026-03-31'))).toContain('noindex');
  expect(await robots(of('long-hung', '2026-03-31', 'chi-em-duoc-kem-1-1'))).toContain('noindex');
  for (const path of [
    of('dong-nai', '2099-01-31'),
    of('dong-nai', '2025-07-31'),
    of('dong-nai', '2026-02-30'),
    of('dong-nai', '2026-3-31'),
    of('dong-nai', '31-03-2026'),
    of('khong-co', '2026-03-31'),
    of('dong-nai', '2026-03-31', 'hoi-vien'),
    of('dong-nai', '2026-03-31', 'sub-association-coverage'),
    of('dong-nai', '2026-03-31', 'chi-em-duoc-kem-1-1'),
    of('long-hung', '2026-03-30', 'chi-em-duoc-kem-1-1'),
  ])
    expect((await page.goto(path)).status(), path).toBe(404);
});

test('a reader finds what there is to take along, in words, with each column, and takes a sheet of it', async ({
  readAs,
}) => {
  const page = await readAs();
  await page.goto('/');
  await page.getByRole('link', { name: 'Dữ liệu mở' }).first().click();
  await expect(page).toHaveURL(/\/du-lieu-mo$/);
  await expect(page.getByRole('heading', { name: 'Từ điển dữ liệu' })).toBeVisible();
  const catalogue = JSON.parse(page.document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}');
  expect(catalogue['@type']).toBe('dcat:Catalog');
  const links = [...page.document.querySelectorAll('main a[href^="/api/v1/"]')].map((link) =>
    link.getAttribute('href'),
  );
  expect(links.length).toBeGreaterThan(10);
  for (const href of links) expect((await page.request.get(href ?? '')).status(), href ?? '').toBe(200);

  await page.goto('/en/open-data');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open data');
});
