import type { Page } from '@playwright/test';

/** The day so many days ago. */
export const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Founds a unit below the one whose page is open and ends on the page of the new one. Answers with its address. */
export async function foundUnit(
  page: Page,
  parent: string,
  name: string,
  { from, kind }: { from: string; kind?: string },
): Promise<string> {
  await page.goto(`/admin/units/new?parent=${parent.split('/').at(-1)}`);
  await page.getByLabel('Tên', { exact: true }).fill(name);
  if (kind) await page.getByLabel(kind).check();
  await page.getByLabel('Có hiệu lực từ ngày').fill(from);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('button', { name: 'Xác nhận lập' }).click();
  await page.waitForURL(/said=found/);
  return new URL(page.url()).pathname;
}
