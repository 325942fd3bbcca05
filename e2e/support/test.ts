import { readdirSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import type pg from 'pg';
import { read } from '../../test/factories/write';
import { openQuietPortal, type QuietPortal } from './processes/quiet-portal';
import { Reader } from './reader/reader';
import { openSession } from './stage/session';
import { openDatabase } from './stage/stage';

/** The demonstration accounts, by what they are. */
export type Account = 'admin' | 'province' | 'editor' | 'longhung' | 'trangdai' | 'khupho5' | 'trainer' | 'viewer';

const concepts = readdirSync('i18n/messages/vi').map((file) => file.replace('.json', ''));
/**
 * The key that stands where a message has no words: "people.new.commune", as the text of an element or a whole
 * attribute.
 */
const rawKey = new RegExp(`[>"]((?:${concepts.join('|')})(?:\\.[a-z][\\w-]*)+)[<"]`, 'i');

/** A message whose word was not given, as it stands with its brackets: "{reading, select, …". */
const rawMessage = /\{\w+, (?:select|plural|selectordinal), /;

/** Watches every page a journey opens, in whichever language and by whomever: none shows the key of a message. */
function watchKeys(page: Page, shown: string[]) {
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'document') return;
    noteKeys(shown)(response.url(), await response.text().catch(() => ''));
  });
}

/** Notes the keys and brackets that an answer shows. */
const noteKeys = (shown: string[]) => (address: string, html: string) => {
  const plain = html.replace(/<script[\s\S]*?<\/script>/g, '');
  const key = rawKey.exec(plain)?.[1] ?? rawMessage.exec(plain)?.[0];
  if (key) shown.push(`${address}: ${key}`);
};

type Fixtures = {
  /** A page of somebody who is signed in, in a session of her own; nothing is open in it yet. */
  signInAs: (account: Account) => Promise<Page>;
  /** The portal read by requests, without a browser: as somebody who is signed in, or as anybody. */
  readAs: (account?: Account) => Promise<Reader>;
};

/** The cookie of a new session of a demonstration account. */
async function sessionOf(database: pg.Client, account: Account) {
  const [her] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = '${account}@demo.invalid'`);
  return openSession(database, her?.id ?? '');
}

export const password = () => process.env.DEMO_PASSWORD ?? 'demo-password';

/** Signs in through the form, as a person does. */
export async function signInByForm(page: Page, account: Account): Promise<void> {
  await page.goto('/dang-nhap?callbackUrl=%2Fadmin');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(`${account}@demo.invalid`);
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/\/admin/);
}

export const test = base.extend<Fixtures, { database: pg.Client; quiet: QuietPortal }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that this needs no other fixture
    async ({}, use) => {
      const database = await openDatabase();
      await use(database);
      await database.end();
    },
    { scope: 'worker' },
  ],
  quiet: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that this needs no other fixture
    async ({}, use, { workerIndex }) => {
      const quiet = await openQuietPortal(`portal_quiet_${workerIndex}`);
      await use(quiet);
      await quiet.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  page: async ({ page }, use) => {
    const shown: string[] = [];
    watchKeys(page, shown);
    await use(page);
    expect(shown, 'keys of messages on pages').toEqual([]);
  },
  readAs: async ({ database, baseURL }, use) => {
    const readers: Reader[] = [];
    const shown: string[] = [];
    await use(async (account) => {
      const cookie = account && (await sessionOf(database, account));
      const reader = await Reader.open(baseURL ?? '', { watch: noteKeys(shown), ...(cookie && { cookie }) });
      readers.push(reader);
      return reader;
    });
    for (const reader of readers) await reader.close();
    expect(shown, 'keys of messages on pages').toEqual([]);
  },
  signInAs: async ({ browser, database, baseURL }, use) => {
    const pages: Page[] = [];
    const shown: string[] = [];
    await use(async (account) => {
      const context = await browser.newContext();
      await context.addCookies([{ ...(await sessionOf(database, account)), url: baseURL ?? '' }]);
      const page = await context.newPage();
      pages.push(page);
      watchKeys(page, shown);
      return page;
    });
    for (const page of pages) await page.context().close();
    expect(shown, 'keys of messages on pages').toEqual([]);
  },
});
