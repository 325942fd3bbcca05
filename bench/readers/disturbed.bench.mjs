// Kept pages while somebody publishes once a second, while twenty women a second sign up, and while sixteen officials work at
// full rate: what is left of the undisturbed rate, and how old the oldest answer was.
import { setTimeout as wait } from 'node:timers/promises';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { kindOf, rolesOf } from '../officials/role-pages.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { withPortal } from '../portal/ground.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { Publisher } from '../portal/publisher.mjs';
import { BEHIND_A_PROXY, CROWDED, openSession } from '../portal/sign-ups.mjs';
import { compare, measureOnce } from '../references/contender.mjs';
import { withReferences } from '../references/references.mjs';
import { Watch } from './watch.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */
/** @import { Contender, Measured } from '../references/contender.mjs' */

const READERS = 16;
const OFFICIALS = 16;
const SECONDS = 10;
const SIGN_UPS_A_SECOND = 20;
/** Milliseconds that the form of a page before may still be answered. */
const OLDEST_MS = 1_000;
const AFTERWARDS = 50;
const TITLE = 'Tin đo số';
/** What is done before anything counts, as of drawn pages elsewhere: a process that has just begun takes three times as long. */
const WARM_UP = { title: 'Tin trước số', publications: 10, signUps: 100 };
/** Milliseconds after which nothing is drawn or made smaller any more of what was done before. */
const SETTLED_MS = 15_000;
/** Seconds for which each is asked before, and as many after: together as long as what is compared with them. */
const BESIDE_SECONDS = SECONDS / 2;

/** @typedef {{ sheet: Sheet, portal: Ground, paths: string[], first: Contender }} Scene */
/** @typedef {{ own: Measured, other: Measured }} Undisturbed the portal, and what it is measured by */

/** @param {Scene} scene */
const readersOf = ({ portal, paths }) => measureOnce(portal, { paths, connections: READERS, seconds: SECONDS });

/** @param {Measured[]} measured */
const meanOf = (measured) =>
  /** @type {Measured} */ ({
    ...measured[0],
    rate: measured.reduce((sum, { rate }) => sum + rate, 0) / measured.length,
    p99: measured.reduce((sum, { p99 }) => sum + p99, 0) / measured.length,
  });

/**
 * What they are asked without anything else, before and after: this machine is faster in one minute than in the next.
 * @template Disturbed
 * @param {Scene} scene
 * @param {() => Promise<Disturbed>} disturb
 * @returns {Promise<Undisturbed & { disturbed: Disturbed }>}
 */
async function between({ portal, first, paths }, disturb) {
  const ask = async () => {
    await wait(SETTLED_MS);
    return compare([portal, first], { paths, connections: READERS, seconds: BESIDE_SECONDS, rounds: 1 });
  };
  const before = await ask();
  const disturbed = await disturb();
  const after = await ask();
  const [own, other] = [0, 1].map((at) => meanOf([before[at], after[at]].flatMap((one) => one ?? [])));
  if (!own || !other) throw new Error('Nobody was asked.');
  return { own, other, disturbed };
}

/**
 * @param {Scene} scene
 * @param {string} while_
 * @param {Undisturbed & { disturbed: Measured }} measured
 */
function noteDisturbed({ sheet, first }, while_, { own, other, disturbed }) {
  sheet.note(`while ${while_}: ÷ undisturbed`, disturbed.rate / own.rate, '×', { atLeast: 0.8 });
  sheet.note(`while ${while_}: p99, ÷ ${first.name}`, disturbed.p99 / other.p99, '×', { atMost: 5 });
  sheet.note(`while ${while_}: other than 200`, disturbed.wrong, 'answers', { atMost: 0 });
}

/**
 * @param {Scene} scene
 * @returns the paths that are still kept: what was withdrawn is asked for by nobody any more
 */
async function whilePublished(scene) {
  const { sheet, portal } = scene;
  const publisher = await Publisher.open(portal);
  const watch = new Watch(portal.base, [publisher.path, '/tin-tuc'], new RegExp(`${TITLE} (\\d+)`, 'g'));
  for (let number = 1; number <= WARM_UP.publications; number++) await publisher.publish(`${WARM_UP.title} ${number}`);
  await sheet.before('one publication a second');
  let going = true;
  const publishing = async () => {
    for (let number = 1; going; number++) {
      const next = wait(1_000);
      watch.published(number, await publisher.publish(`${TITLE} ${number}`));
      await next;
    }
  };
  const measured = await between(scene, async () => {
    const published = Promise.all([publishing(), watch.go(() => going)]);
    const disturbed = await readersOf(scene);
    going = false;
    await published;
    return disturbed;
  });
  sheet.note('publications', watch.publications, `in ${SECONDS} s`);
  noteDisturbed(scene, 'publishing', measured);
  sheet.note('oldest answer after a publication', watch.oldest, `ms (${watch.seen} looked at)`, { atMost: OLDEST_MS });
  const withdrawn = await publisher.withdraw();
  let shown = 0;
  for (let time = 0; time < AFTERWARDS; time++) shown += (await fetch(portal.base + publisher.path)).ok ? 1 : 0;
  sheet.note(
    'answers with what was withdrawn',
    shown,
    `of ${AFTERWARDS}, for ${(performance.now() - withdrawn).toFixed(0)} ms`,
    { atMost: 0 },
  );
  return scene.paths.filter((path) => path !== publisher.path);
}

/** @param {Scene} scene */
async function whileSignedUp(scene) {
  const { sheet, portal } = scene;
  const { host, port } = portal;
  const session = await openSession(portal, 10_000);
  await load({
    host,
    port,
    connections: READERS,
    rate: 50,
    warmUp: 0,
    count: WARM_UP.signUps,
    kinds: [session.signUps(WARM_UP.signUps)],
  });
  await sheet.before(`${SIGN_UPS_A_SECOND} sign-ups a second`);
  const signUps = [session.signUps(SIGN_UPS_A_SECOND * SECONDS)];
  const { disturbed, ...undisturbed } = await between(scene, () =>
    Promise.all([
      readersOf(scene),
      load({ host, port, connections: READERS, rate: SIGN_UPS_A_SECOND, seconds: SECONDS, warmUp: 0, kinds: signUps }),
    ]),
  );
  const [readers, { all }] = disturbed;
  noteDisturbed(scene, 'women sign up', { ...undisturbed, disturbed: readers });
  sheet.note('sign-ups meanwhile: p95', all.p95, 'ms');
  sheet.note('sign-ups meanwhile: other than received', all.otherThan(303), 'answers', { atMost: 0 });
}

/** @param {Scene} scene */
async function whileOfficialsWork(scene) {
  const { sheet, portal, first, paths } = scene;
  const { host, port } = portal;
  const [official] = await rolesOf(portal.databaseUrl);
  const cookie = await cookieOf(portal.databaseUrl, official?.email ?? '');
  const kinds = (official?.pages ?? []).map((page) => kindOf(portal, page, cookie));
  const beside = async (/** @type {Contender} */ asked) => {
    const officials = load({ host, port, connections: OFFICIALS, seconds: SECONDS, warmUp: 0, kinds });
    const readers = await measureOnce(asked, { paths, connections: READERS, seconds: SECONDS });
    return { readers, officials: await officials };
  };
  await sheet.before(`${OFFICIALS} officials at full rate`);
  const { own, disturbed } = await between(scene, () => beside(portal));
  const reference = await beside(first);
  const words = 'while officials work';
  sheet.note(`${words}: ÷ undisturbed`, disturbed.readers.rate / own.rate, '×', { atLeast: 0.45 });
  sheet.note(`${words}: ÷ ${first.name} beside the same`, disturbed.readers.rate / reference.readers.rate, '×', {
    atLeast: 1,
  });
  sheet.note(`${words}: p99`, disturbed.readers.p99, 'ms', { atMost: 15 });
  sheet.note('officials meanwhile: pages', disturbed.officials.all.rate, 'a second');
  sheet.note(`officials beside ${first.name}: pages`, reference.officials.all.rate, 'a second');
}

await measured('disturbed', (sheet) =>
  withPortal({ name: CROWDED, env: BEHIND_A_PROXY }, async (portal) => {
    const paths = await keptPaths(portal.base);
    await withReferences(portal, paths, async ({ first }) => {
      const scene = { sheet, portal, paths, first };
      scene.paths = await whilePublished(scene);
      await whileSignedUp(scene);
      await whileOfficialsWork(scene);
    });
  }),
);
