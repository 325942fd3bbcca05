import { expect, type Page } from '@playwright/test';

/**
 * On a device that saves data nothing of a picture is loaded before she taps; she may have all at once, and it is remembered: then the one
 * at the head comes along with the page.
 */
export async function loadsOnATap(page: Page, address: string, picture: string): Promise<void> {
  const loaded: string[] = [];
  page.on('request', (request) => request.url().includes(`/hinh/${picture}`) && loaded.push(request.url()));
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );
  await page.goto(address);
  const taps = page.getByRole('button', { name: 'Tải ảnh: Chị em học gọi video' });
  const comesAlong = page.locator('link[rel=preload][as=image]');
  await expect(comesAlong).toHaveCount(0);
  await expect(taps).toHaveCount(2);
  await taps.last().scrollIntoViewIfNeeded();
  const onPaper = page.getByText('Trong ảnh: Chị em học gọi video');
  await expect(onPaper.last()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const said of await onPaper.all()) await expect(said).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  expect(loaded).toEqual([]);
  await taps.last().click();
  await expect(taps).toHaveCount(1);
  await expect
    .poll(() => page.locator('.text-picture img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Tải ảnh luôn' }).click();
  await expect(taps).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Chạm mới tải ảnh' })).toBeVisible();
  await expect(taps).toHaveCount(0);
  await expect(comesAlong).toHaveAttribute('href', new RegExp(`/hinh/${picture}-[0-9]+[.]avif$`));
}
