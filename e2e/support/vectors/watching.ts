import type { BrowserContext, Frame, Page } from '@playwright/test';

/** What a page of the portal never holds but where words became parts of it, and whether something ran: of the page that is open, or of one that was read. */
export function strangeIn(read?: Document): string[] {
  const page = read ?? document;
  const all = Array.from(page.querySelectorAll('*'));
  const strange = all.filter(
    (element) =>
      element.id === 'vector' ||
      /vector|mglyph/.test(element.localName) ||
      Array.from(element.attributes).some(({ name }) => /^on|^vector$/.test(name)) ||
      /^\s*(javascript|vbscript|data):/i.test(element.getAttribute('href') ?? ''),
  );
  const broken = Array.from(page.querySelectorAll('script[type="application/ld+json"]')).filter(({ textContent }) => {
    try {
      return JSON.parse(textContent ?? '') === null;
    } catch {
      return true;
    }
  });
  return [...strange, ...broken]
    .map(({ outerHTML }) => outerHTML.slice(0, 200))
    .concat('ran' in globalThis ? ['ran'] : []);
}

/** A browser that notes whatever runs, is refused by the policy of a page, asks or is asked of another host. */
export class Watch {
  readonly noted: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** As somebody with this cookie, or as anybody. */
  static async open(context: BrowserContext, origin: string, cookie?: { name: string; value: string }): Promise<Watch> {
    if (cookie) await context.addCookies([{ ...cookie, url: origin }]);
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`violation ${violatedDirective} ${blockedURI}`),
      ),
    );
    const watch = new Watch(await context.newPage(), origin);
    const note = (what: string) => watch.noted.push(`${what} at ${watch.page.url()}`);
    context.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (/^https?:$/.test(protocol) && asked !== origin) note(`request ${request.url()}`);
    });
    context.on('console', (message) => {
      // whether it may evaluate text is asked once by what reads forms, and goes without
      if (/^violation (?!script-src eval)/.test(message.text())) note(message.text());
    });
    context.on('weberror', (error) => note(String(error.error())));
    watch.page.on('dialog', async (dialog) => {
      note(`dialog ${dialog.message()}`);
      await dialog.dismiss();
    });
    return watch;
  }

  /** Opens a page that shows vectors, and notes what they became. */
  async see(address: string): Promise<void> {
    const answer = await this.page.goto(this.origin + address);
    if (![200, 410].includes(answer?.status() ?? 0)) this.noted.push(`${answer?.status()} at ${address}`);
    const shown = await this.page.evaluate(() => document.querySelector('main')?.outerHTML ?? '');
    if (!shown.includes('vector')) this.noted.push(`nothing of what was written at ${address}`);
    await this.look();
  }

  /** The same of the page that is open, and of all that stands in its frames. */
  async look(): Promise<void> {
    const notes = await Promise.all(this.page.frames().map((frame: Frame) => frame.evaluate(strangeIn, undefined)));
    this.noted.push(...notes.flat().map((strange) => `${strange} at ${this.page.url()}`));
  }

  /** What an XML says to a program that reads it: nothing where it cannot be read. */
  readXml = (xml: string) =>
    this.page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'application/xml');
      const broken = read.querySelector('parsererror')?.textContent;
      const words = Array.from(read.querySelectorAll('item > title'), ({ textContent }) => textContent ?? '');
      const parts = Array.from(read.querySelectorAll('*'), ({ localName }) => localName);
      return { broken, words, parts: [...new Set(parts)].sort() };
    }, xml);
}
