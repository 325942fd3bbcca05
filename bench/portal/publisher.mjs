import { query } from '../../scripts/database/database.mjs';
import { cookieOf } from './cookies.mjs';
import { formsOf } from './html.mjs';

/** @import { Ground } from './ground.mjs' */

/** An editor at work on one piece of news that readers see: she changes its title, the province publishes that, or she withdraws it. */
export class Publisher {
  /**
   * @param {Ground} portal
   * @param {{ writes: string, approves: string, id: string, slug: string }} her cookies of both, and the piece
   */
  constructor(portal, { writes, approves, id, slug }) {
    this.portal = portal;
    this.writes = writes;
    this.approves = approves;
    this.record = `/admin/articles/${id}`;
    this.path = `/tin-tuc/${slug}`;
  }

  /** @param {Ground} portal */
  static async open(portal) {
    const writes = await cookieOf(portal.databaseUrl, 'editor@demo.invalid');
    const approves = await cookieOf(portal.databaseUrl, 'province@demo.invalid');
    const [article] = await query(
      portal.databaseUrl,
      `SELECT a.id, s.slug FROM article a JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.ended_at IS NULL
         JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
       WHERE a.kind = 'news' ORDER BY p.published_at DESC LIMIT 1`,
    );
    return new Publisher(portal, { writes, approves, ...article });
  }

  /**
   * Puts this title before the readers; returns when that was answered, by the clock of this process.
   * @param {string} title
   */
  async publish(title) {
    const { writes, approves, record } = this;
    const edit = await this.#form(writes, `${record}/edit`, (form) => form.has('titleVi'));
    edit.set('titleVi', title);
    await this.#send(writes, `${record}/edit`, edit);
    await this.#send(writes, record, await this.#form(writes, record, (form) => form.has('version')));
    await this.#send(approves, record, await this.#form(approves, record, (form) => form.has('endDay')));
    return performance.now();
  }

  async withdraw() {
    const form = await this.#form(this.writes, this.record, (each) => each.has('reason'));
    form.set('reason', 'Đo thử.');
    await this.#send(this.writes, this.record, form);
    return performance.now();
  }

  /**
   * @param {string} cookie
   * @param {string} path
   * @param {(form: FormData) => boolean} isMeant
   */
  async #form(cookie, path, isMeant) {
    const answer = await fetch(this.portal.base + path, { headers: { cookie } });
    const form = formsOf(await answer.text()).find(isMeant);
    if (!form) throw new Error(`${path} has no such form (${answer.status}).`);
    return form;
  }

  /**
   * @param {string} cookie
   * @param {string} path
   * @param {FormData} form
   */
  async #send(cookie, path, form) {
    const headers = { cookie, origin: this.portal.base };
    const answer = await fetch(this.portal.base + path, { method: 'POST', headers, body: form, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 303) throw new Error(`${path} was answered ${answer.status}.`);
  }
}
