import { expect, type Page } from '@playwright/test';
import { read } from '../../../test/factories/write';
import { Reader } from '../reader/reader';
import { openDatabase } from './stage';

/** The day so many days ago. */
export const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The last day of the month before the one of thirty days ago: other journeys move units in the last weeks, which on a first are last month. */
export function monthOver(): string {
  const first = new Date(`${dayBefore(30).slice(0, 7)}-01`);
  return new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The page of a ward of which no report has closed a day of the last weeks, as of most once a month has begun. Of several
 * the last one, where no other journey is at work.
 */
export async function openWard(): Promise<string> {
  const database = await openDatabase();
  const [ward] = await read<{ id: string }>(
    database,
    `SELECT u.id FROM unit u JOIN app.communes_on(app.today()) c ON c.unit_id = u.id AND c.reported JOIN unit_kind k ON k.unit_id = u.id AND k.valid_to IS NULL AND k.kind = 'ward'
     WHERE u.slug NOT IN ('long-hung', 'trang-dai') AND NOT EXISTS (SELECT FROM report r JOIN reporting_period p ON p.id = r.period_id
       WHERE r.unit_id = u.id AND r.state IN ('accepted', 'locked') AND p.ends_on > app.today() - 10)
     ORDER BY u.no DESC LIMIT 1`,
  );
  await database.end();
  if (!ward) throw new Error('no ward has its last weeks open');
  return `/admin/units/${ward.id}`;
}

/** How long a look at one preview takes at most, before it is confirmed again. */
const LOOK_MS = 10_000;

/**
 * Confirms a restructuring that is looked at. Where somebody else changed the tree meanwhile, what is shown is looked at
 * anew and confirmed again, as a person does.
 */
export async function confirmChange(
  page: Page | Reader,
  button: string,
  said: 'found' | 'merge' | 'split' | 'undone',
): Promise<void> {
  const done = new RegExp(`said=${said}`);
  await expect(async () => {
    if (done.test(page.url())) return;
    if (page instanceof Reader) await page.getByRole('button', { name: button }).click();
    else await pressInBrowser(page, button);
    expect(page.url()).toMatch(done);
  }).toPass();
}

/** Either it is done, or another preview stands there. */
async function pressInBrowser(page: Page, button: string): Promise<void> {
  const confirm = page.getByRole('button', { name: button });
  await confirm.waitFor({ timeout: LOOK_MS });
  const shown = page.url();
  await confirm.click({ timeout: LOOK_MS });
  await page.waitForURL((url) => url.href !== shown, { timeout: LOOK_MS });
}

/** Founds a unit below the one whose page is open and ends on the page of the new one. Answers with its address. */
export async function foundUnit(
  page: Reader,
  parent: string,
  name: string,
  { from, kind }: { from: string; kind?: string },
): Promise<string> {
  await page.goto(`/admin/units/new?parent=${parent.split('/').at(-1)}`);
  await page.getByLabel('Tên', { exact: true }).fill(name);
  if (kind) await page.getByLabel(kind).check();
  await page.getByLabel('Có hiệu lực từ ngày').fill(from);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await confirmChange(page, 'Xác nhận lập', 'found');
  return new URL(page.url()).pathname;
}

const SIGNS = /[.*+?^${}()|[\]\\]/g;
/** A pattern for texts that begin with these words. */
const begins = (words: string) => new RegExp(`^${words.replace(SIGNS, '\\$&')}`);

/**
 * Chooses a unit as a person does: of a few by a tap or from the list, of many by its name; a lone one stands there.
 * `unit` begins its label: "Tổ 1 · Chi hội Khu phố 5".
 */
export async function chooseUnit(page: Page | Reader, label: string, unit: string): Promise<void> {
  if (page instanceof Reader) return nameUnit(page, label, unit);
  const tile = page.getByRole('group', { name: label }).getByRole('button', { name: begins(unit) });
  const field = page.getByRole('combobox', { name: label, exact: true });
  const only = page.getByRole('main').getByText(begins(unit));
  await expect(tile.or(field).or(only).filter({ visible: true }).first()).toBeVisible();
  if (await tile.count()) return tile.first().click();
  if ((await field.count()) === 0) return;
  const listed = field.locator('option').filter({ hasText: begins(unit) });
  if (await listed.count()) {
    await field.selectOption({ label: (await listed.first().textContent()) ?? '' });
    return;
  }
  await field.fill(unit);
  await page
    .getByRole('option', { name: begins(unit) })
    .first()
    .click();
}

/** The same without a script: by a tap, from the list, or by its name, which is looked for at once where the page offers to. */
async function nameUnit(page: Reader, label: string, unit: string): Promise<void> {
  const tile = page.getByRole('group', { name: label }).getByRole('button', { name: begins(unit) });
  if (await tile.count()) return tile.first().click();
  const field = page.getByLabel(label, { exact: true });
  if ((await field.count()) === 0) return void page.getByRole('main').getByText(begins(unit)).first().one();
  const listed = field.locator('option').filter({ hasText: begins(unit) });
  if (await listed.count()) {
    await field.selectOption({ label: (await listed.first().textContent())?.trim() ?? '' });
    return;
  }
  await field.fill(unit);
  const form = page.locator('form', { has: field });
  const find = form.getByRole('button', { name: 'Tìm', exact: true });
  if ((await find.count()) === 0) return;
  await find.click();
  const offered = page.getByRole('button', { name: begins(unit) });
  if (await offered.count()) await offered.first().click();
}
