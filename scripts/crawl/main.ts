// `npm run crawl -- <address>`: what a portal tells of coverage in each of its places, to readers, a commune's official and
// the province, on five past days, must be one number: that of the records themselves (DATABASE_URL).

import en from '../../i18n/messages/en/coverage.json';
import vi from '../../i18n/messages/vi/coverage.json';
import { signIn } from '../compare/signed-in';
import { crawl } from './crawl';
import { readTruth } from './truth';

const SHOWN = 40;
const [portal] = process.argv.slice(2);
const { DATABASE_URL, DEMO_PASSWORD } = process.env;
if (!portal || !DATABASE_URL || !DEMO_PASSWORD) {
  console.error('The address of a running demonstration portal is needed, with its DATABASE_URL and DEMO_PASSWORD.');
  process.exit(1);
}

const truth = await readTruth(DATABASE_URL);
const found = await crawl(
  portal,
  [
    { name: 'reader', cookie: '', communes: 'public' },
    { name: 'official', cookie: await signIn(portal, 'longhung@demo.invalid', DEMO_PASSWORD), communes: ['long-hung'] },
    { name: 'province', cookie: await signIn(portal, 'province@demo.invalid', DEMO_PASSWORD), communes: 'all' },
  ],
  { truth, words: { vi, en } },
);
for (const line of found.wrong.slice(0, SHOWN)) console.log(line);
console.log(
  `${truth.places.length} communes on ${truth.days.join(', ')}: ${found.looks} pages and sheets, ${found.statements} figures, ${found.wrong.length} wrong`,
);
process.exit(found.wrong.length === 0 ? 0 : 1);
