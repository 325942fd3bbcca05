// Every kind of public page as a first reader sees it on a cheap phone with slow 4G: what it weighs, when its largest part is
// painted, what blocks and what moves.
import { measured } from '../figures/sheet.mjs';
import { withPortal } from '../portal/ground.mjs';
import { picturedArticle } from '../portal/pictured-article.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { median } from '../references/contender.mjs';
import { copiesOf } from '../references/copies.mjs';
import { readOnce, withPhone } from './phone.mjs';
import { openSlowLine } from './slow-line.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */

const READINGS = 5;
const KILOBYTE = 1_024;
const PICTURED = 'an article with a picture';

/**
 * @param {string[]} paths
 * @returns {[title: string, path: string][]}
 */
function pagesOf(paths) {
  const of = (/** @type {string} */ start) => paths.find((path) => path.startsWith(start)) ?? start;
  return [
    ['home', '/'],
    ['news', '/tin-tuc'],
    ['an article', of('/tin-tuc/')],
    ['a story', of('/cau-chuyen/')],
    ['models', '/mo-hinh'],
    ['trainings', '/tap-huan'],
    ['coverage', '/do-phu'],
    ['a commune', '/xa-phuong/long-hung'],
    ['search', '/tim-kiem'],
    ['about', '/gioi-thieu'],
    ['sign-in', '/dang-nhap'],
  ];
}

/**
 * @param {Sheet} sheet
 * @param {string} title
 * @param {Awaited<ReturnType<typeof readOnce>>[]} readings
 */
function noteReadings(sheet, title, readings) {
  const of = (/** @type {'paint' | 'moved' | 'blocked'} */ vital) => median(readings.map((reading) => reading[vital]));
  sheet.note(`${title}: largest paint`, of('paint') / 1_000, 's', { atMost: 1 });
  sheet.note(`${title}: thread not free`, of('blocked'), 'ms', { atMost: 0 });
  sheet.note(`${title}: moved`, of('moved'), '', { atMost: 0 });
  /** A reading that ended before everything was there weighs too little. */
  const loads = (/** @type {string[]} */ ...types) =>
    readings.map((reading) => reading.loads(...types)).reduce((most, one) => (one.bytes > most.bytes ? one : most));
  const all = loads();
  const fonts = loads('Font');
  const isWeighed = title === 'a story' || title === PICTURED;
  sheet.note(
    `${title}: bytes without fonts`,
    (all.bytes - fonts.bytes) / KILOBYTE,
    'KB',
    isWeighed ? { atMost: 32 } : undefined,
  );
  sheet.note(
    `${title}: requests without fonts`,
    all.requests - fonts.requests,
    '',
    isWeighed ? { atMost: 5 } : undefined,
  );
  sheet.note(`${title}: fonts`, fonts.bytes / KILOBYTE, 'KB', { atMost: 60 });
  sheet.note(`${title}: styles`, loads('Stylesheet').bytes / KILOBYTE, 'KB', { atMost: 10 });
  if (title === 'coverage') sheet.note('coverage: HTML', loads('Document').bytes / KILOBYTE, 'KB', { atMost: 12 });
}

await measured('paint', (sheet) =>
  withPortal({}, async (portal) => {
    const pictured = await picturedArticle(portal);
    const pages = [...pagesOf(await keptPaths(portal.base)), /** @type {[string, string]} */ ([PICTURED, pictured])];
    await copiesOf(
      portal,
      pages.filter(([title]) => title !== 'sign-in').map(([, path]) => path),
    );
    const line = await openSlowLine(portal);
    try {
      await withPhone(async (browser) => {
        for (const [title, path] of pages) {
          await sheet.before(`${title}, ${READINGS} times with nothing kept`);
          const readings = [];
          for (let time = 0; time < READINGS; time++) readings.push(await readOnce(browser, line.base + path));
          noteReadings(sheet, title, readings);
        }
      });
    } finally {
      line.close();
    }
  }),
);
