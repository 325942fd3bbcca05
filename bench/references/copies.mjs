import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { browserFields } from '../load/requests.mjs';

/**
 * A page as it was answered: what a reference answers with, so that both send the same bytes.
 * @typedef {{ path: string, fields: [name: string, value: string][], body: Buffer }} Copy
 */

/** Readers after whom a page is worth a smaller form. */
const READ = 3;
/** The tag of a body in its smallest form. */
const SMALLEST = /-br"$/;
const PAUSE_MS = 100;
/** Tries until the last page has its smallest form: they are made one after the other, beside all other work. */
const TRIES = 300;

/** What a server says of one connection or one moment, and not of the page. */
const OF_THE_MOMENT = /^(date|connection|keep-alive|x-request-id|transfer-encoding|content-length)$/i;

/**
 * @param {{ host: string, port: number }} place
 * @param {string} path
 * @returns {Promise<Copy>}
 */
export function copyOf({ host, port }, path) {
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(browserFields(`${host}:${port}`));
    get({ host, port, path, headers, agent: false }, async (answer) => {
      const pieces = await answer.toArray();
      if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode} at ${path}`));
      const fields = answer.rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [/** @type {[string, string]} */ ([name, answer.rawHeaders[at + 1] ?? ''])] : [],
      );
      resolve({ path, fields: fields.filter(([name]) => !OF_THE_MOMENT.test(name)), body: Buffer.concat(pieces) });
    }).on('error', reject);
  });
}

/**
 * Pages as they are kept: asked for until each is answered in its smallest form, which is made when it is read and has stood for a while.
 * @param {{ host: string, port: number }} place
 * @param {string[]} paths
 */
export async function copiesOf(place, paths) {
  const copies = [];
  for (let time = 0; time < READ; time++) for (const path of paths) await copyOf(place, path);
  for (const path of paths) {
    const isSmallest = (/** @type {Copy} */ { fields }) =>
      !fields.some(([name]) => /^content-encoding$/i.test(name)) ||
      fields.some(([name, value]) => /^etag$/i.test(name) && SMALLEST.test(value));
    let copy = await copyOf(place, path);
    for (let tries = 0; tries < TRIES && !isSmallest(copy); tries++) {
      await wait(PAUSE_MS);
      copy = await copyOf(place, path);
    }
    copies.push(copy);
  }
  return copies;
}
