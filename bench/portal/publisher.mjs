import { query } from '../../scripts/database/database.mjs';
import { cookieOf } from './cookies.mjs';
import { formsOf } from './html.mjs';

/** @import { Ground } from './ground.mjs' */

/** An editor at work on one piece of news that readers see: she changes its title and publishes that, or withdraws it. */
export class Publisher {
  /**
   * @param {Ground} portal
   * @param {{ cookie: string, id: string, slug: string }} her
   */
  constructor(portal, { cookie, id, slug }) {
    this.portal = portal;
    this.cookie = cookie;
    this.record = `/admin/articles/${id}`;
    this.path = `/tin-tuc/${slug}`;
  }

  /** @param {Ground} portal */
  static async open(portal) {
    const cookie = await cookieOf(portal.databaseUrl, 'editor@demo.invalid');
    const [article] = await query(
      portal.databaseUrl,
      `SELECT a.id, s.slug FROM article a JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.ended_at IS NULL
         JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
       WHERE a.kind = 'news' ORDER BY p.published_at DESC LIMIT 1`,
    );
    return new Publisher(portal, { cookie, ...article });
  }

  /**
   * Puts this title before the readers; returns when that was answered, by the clock of this process.
   * @param {string} title
   */
  async publish(title) {
    const edit = await this.#form(`${this.record}/edit`, (form) => form.has('titleVi'));
    edit.set('titleVi', title);
    await this.#send(`${this.record}/edit`, edit);
    await this.#send(this.record, await this.#form(this.record, (form) => form.has('version') && !form.has('notice')));
    return performance.now();
  }

  async withdraw() {
    await this.#send(this.record, await this.#form(this.record, (form) => form.has('notice')));
    return performance.now();
  }

  /**
   * @param {string} path
   * @param {(form: FormData) => boolean} isMeant
   */
  async #form(path, isMeant) {
    const answer = await fetch(this.portal.base + path, { headers: { cookie: this.cookie } });
    const form = formsOf(await answer.text()).find(isMeant);
    if (!form) throw new Error(`${path} has no such form (${answer.status}).`);
    return form;
  }

  /**
   * @param {string} path
   * @param {FormData} form
   */
  async #send(path, form) {
    const headers = { cookie: this.cookie, origin: this.portal.base };
    const answer = await fetch(this.portal.base + path, { method: 'POST', headers, body: form, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 303) throw new Error(`${path} was answered ${answer.status}.`);
  }
}
