import type { Browser, Page } from '@playwright/test';
import type { Visitor } from '../stage/stage';

/** A form as a page gives it out, filled in: what a browser without scripts would send. */
export type SentForm = { address: string; fields: Record<string, string> };

/** An empty page of each browser, in which pages that somebody was given are read. */
const desks = new WeakMap<Browser, Promise<Page>>();

/** All forms of these pages that change something, with every field filled in, as the visitor gets them. */
export async function formsOf(browser: Browser, { http }: Visitor, addresses: string[]): Promise<SentForm[]> {
  const desk = desks.get(browser) ?? browser.newPage({ javaScriptEnabled: false });
  desks.set(browser, desk);
  const page = await desk;
  const forms: SentForm[] = [];
  for (const address of addresses) {
    const response = await http.get(address);
    await page.setContent(response.ok() ? await response.text() : '');
    for (const fields of await page.locator('main form[method="POST" i]').evaluateAll(filledIn))
      forms.push({ address, fields });
  }
  return forms;
}

/** In the page: what each field would send, with words and choices where nothing stands yet. */
function filledIn(forms: Element[]): Record<string, string>[] {
  return forms.map((form) => {
    const fields: Record<string, string> = {};
    for (const field of form.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
      if (!field.name) continue;
      const choice =
        field instanceof HTMLSelectElement ? [...field.options].find(({ value }) => value)?.value : undefined;
      if (field.type === 'radio' && fields[field.name]) continue;
      fields[field.name] = field.value || choice || ('day' in field.dataset ? '2026-11-20' : 'Thử gửi lại một lần');
    }
    return fields;
  });
}

/** Sends a form as this visitor, whoever it was given to. */
export const send = async ({ http }: Visitor, { address, fields }: SentForm): Promise<number> =>
  (await http.post(address, { multipart: fields })).status();

/** Somebody signed in on a phone whose browser runs no script. */
export async function withoutScript(browser: Browser, page: Page, baseURL: string | undefined) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await context.addCookies(await page.context().cookies(baseURL));
  return context.newPage();
}
