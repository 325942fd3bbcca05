import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { Found } from './found';
import { formOf, saidOf, sentBy } from './sending';

/**
 * A browser without scripts, styles and pictures, at a tenth of its cost: it asks for pages, follows links and sends forms, and is
 * asked as a real one is (docs/patterns.md).
 */
export class Reader {
  document: Document = parseHTML('<html></html>').document;
  private at = '';
  private readonly root = new Found(this, (scope) => [scope as Element]);

  constructor(
    /** asks with the cookies of whoever reads */
    readonly request: APIRequestContext,
    /** is told of every page that comes */
    private readonly watch: (address: string, html: string) => void = () => {},
  ) {}

  /** Somebody with this cookie, or a stranger. */
  static async open(
    origin: string,
    {
      cookie,
      watch,
    }: { cookie?: { name: string; value: string }; watch?: (address: string, html: string) => void } = {},
  ): Promise<Reader> {
    const kept = { domain: new URL(origin).hostname, path: '/', expires: -1, httpOnly: true, secure: false } as const;
    const cookies = cookie ? [{ ...cookie, ...kept, sameSite: 'Lax' as const }] : [];
    return new Reader(await request.newContext({ baseURL: origin, storageState: { cookies, origins: [] } }), watch);
  }

  close = () => this.request.dispose();
  url = () => this.at;
  content = async () => this.document.toString();
  title = async () => this.document.querySelector('title')?.textContent ?? '';
  reload = () => this.goto(this.at);

  getByRole = this.root.getByRole.bind(this.root);
  getByLabel = this.root.getByLabel.bind(this.root);
  getByText = this.root.getByText.bind(this.root);
  locator = this.root.locator.bind(this.root);

  async goto(address: string): Promise<APIResponse> {
    return this.take(await this.request.get(address));
  }

  /** Opens what a link leads to; one that leads to a place on the page it stands on stays there. */
  async follow(link: Element): Promise<void> {
    const to = new URL(link.getAttribute('href') ?? '', this.at);
    if (to.hash && to.href.split('#')[0] === this.at.split('#')[0]) return;
    await this.goto(to.href.split('#')[0] ?? '');
  }

  /** Sends the form of a button and reads the answer. */
  async send(button: Element): Promise<void> {
    const form = formOf(button);
    if (!form) throw new Error(`${button.outerHTML.slice(0, 200)} sends nothing without a script`);
    const said = (name: string) => saidOf(button, `form${name}`) ?? saidOf(form, name);
    const to = new URL(said('action') || this.at, this.at);
    const data = sentBy(button);
    if ((said('method') ?? 'get').toLowerCase() === 'get') {
      to.search = new URLSearchParams([...data].map(([name, value]) => [name, String(value)])).toString();
      await this.goto(to.href);
    } else if (said('enctype') === 'multipart/form-data')
      await this.take(await this.request.post(to.href, { multipart: data }));
    else await this.take(await this.request.post(to.href, { form: data }));
  }

  private async take(answer: APIResponse): Promise<APIResponse> {
    const html = await answer.text();
    this.at = answer.url();
    this.document = parseHTML(html).document;
    this.watch(this.at, html);
    return answer;
  }
}
