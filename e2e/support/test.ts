import { test as base, type Page } from '@playwright/test';

/** The demonstration accounts, by what they are. */
export type Account = 'admin' | 'province' | 'editor' | 'longhung' | 'trangdai' | 'khupho5' | 'trainer' | 'viewer';

type Fixtures = {
  /** Signs in through the form, as a person does. */
  signInAs: (account: Account) => Promise<Page>;
};

export const password = () => process.env.DEMO_PASSWORD ?? 'demo-password';

async function signIn(page: Page, account: Account): Promise<Page> {
  await page.goto('/dang-nhap?callbackUrl=%2Fadmin');
  await page.getByLabel('E-mail hoặc số điện thoại').fill(`${account}@demo.invalid`);
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/\/admin/);
  return page;
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (account) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      pages.push(page);
      return signIn(page, account);
    });
    for (const page of pages) await page.context().close();
  },
});
