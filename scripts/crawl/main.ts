// `npm run crawl -- <address>`: what a portal tells of coverage to readers, a commune's official and the province, on five past days, must be one
// number: that of the records themselves (DATABASE_URL).

// With `--rehearse` the city is restructured first, and what was true of days before must be true still. The demonstration stays so:
// `npm run db:reset`.

import { parseArgs } from 'node:util';
import { signIn } from '../compare/signed-in';
import { crawl } from './crawl';
import { wordsOf } from './reading';
import { rehearse } from './rehearsal';
import { filedLinesOf, linesOf } from './statement';
import { readTruth } from './truth';

const SHOWN = 40;
const { values, positionals } = parseArgs({ options: { rehearse: { type: 'boolean' } }, allowPositionals: true });
const [portal] = positionals;
const { DATABASE_URL, DEMO_PASSWORD } = process.env;
if (!portal || !DATABASE_URL || !DEMO_PASSWORD) {
  console.error('The address of a running demonstration portal is needed, with its DATABASE_URL and DEMO_PASSWORD.');
  process.exit(1);
}

const began = Date.now();
const province = await signIn(portal, 'province@demo.invalid', DEMO_PASSWORD);
const changed = values.rehearse ? await rehearsed(portal, DATABASE_URL) : [];
const truth = await readTruth(DATABASE_URL);
const found = await crawl(
  portal,
  [
    { name: 'reader', cookie: '', communes: 'public' },
    { name: 'official', cookie: await signIn(portal, 'longhung@demo.invalid', DEMO_PASSWORD), communes: ['long-hung'] },
    { name: 'province', cookie: province, communes: 'all' },
  ],
  { truth, words: { vi: wordsOf('vi'), en: wordsOf('en') } },
  { say: (line) => console.log(line) },
);
found.wrong.push(...changed);
for (const line of changed.slice(0, SHOWN)) console.log(line);
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  `${truth.places.length} communes on ${truth.days.join(', ')}: ${found.looks} pages and sheets, ${found.statements} figures, ${found.wrong.length} wrong, ${seconds} seconds`,
);
process.exit(found.wrong.length === 0 ? 0 : 1);

/** Restructures the city; answers with the figures of past days that are others than before. */
async function rehearsed(at: string, address: string): Promise<string[]> {
  const before = await readTruth(address);
  const past = before.days.slice(1);
  const [were, filed] = [linesOf(before, past), filedLinesOf(before)];
  for (const line of await rehearse(address, { portal: at, cookie: province })) console.log(line);
  const after = await readTruth(address);
  const others = missingIn(linesOf(after, past), were);
  const moved = missingIn(filedLinesOf(after), filed);
  console.log(`${were.length} figures of ${past.join(', ')} before, ${others.length} of them others now`);
  console.log(`${filed.length} figures that were filed before, ${moved.length} of them others now`);
  return [...others, ...moved].map((line) => `before the rehearsal: ${line}`);
}

function missingIn(are: readonly string[], were: readonly string[]): string[] {
  const known = new Set(are);
  return were.filter((line) => !known.has(line));
}
