import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { everyPage, languageOf, MONTHS, monthEnds, pagesToRead } from './addresses';
import { readHandedOn } from './handed-on';
import { findLeaks } from './leaks';
import { readOpenData } from './open-data';
import { pageWordsOf, strangersOn } from './pages';
import { readCited, readPublished } from './published';

/*
 * `npm run suppression -- <address>` (DATABASE_URL, DEMO_PASSWORD): whether what a portal publishes and hands on of persons tells how many there
 * are where they are few, to whoever adds up and subtracts.
 */
/** A day as a month begins, and one in it, which must tell the same. */
const DAYS_IN_MONTH = [0, 16];
const WALKERS = 3;

/** How long each part took, in whole seconds. */
function stopwatch() {
  const parts: string[] = [];
  let began = Date.now();
  const mark = (part: string) => {
    const took = `${part} ${Math.round((Date.now() - began) / 1000)}`;
    console.error(`  ${took} s`);
    parts.push(took);
    began = Date.now();
  };
  return { mark, spent: () => parts.join(', ') };
}

async function main(portal: string): Promise<number> {
  const { mark, spent } = stopwatch();
  const days = Array.from({ length: MONTHS }, (_, back) => monthStart(today(), -back))
    .flatMap((first): Day[] => DAYS_IN_MONTH.map((more) => addDays(first, more)))
    .filter((day) => day <= today());
  const { cells, relations } = await readPublished([...days, today()]);
  const cited = await readCited(monthEnds());
  cells.push(...cited.cells);
  relations.push(...cited.relations);
  mark('queries');
  const judged = await pagesToRead();
  const known = new Set(judged.map(({ path }) => path));
  const reads = [...judged, ...(await everyPage(portal)).filter(({ path }) => !known.has(path))];
  const words = { vi: pageWordsOf('vi'), en: pageWordsOf('en') };
  const strangers = new Set<string>();
  let pages = 0;
  const walk = async () => {
    for (let read = reads.shift(); read; read = reads.shift()) {
      const answer = await fetch(portal + read.path);
      if (answer.status === 404 && read.mayMiss) continue;
      if (answer.status !== 200) throw new Error(`${read.path} answers ${answer.status}.`);
      const text = await answer.text();
      cells.push(...read.told(text));
      pages += 1;
      for (const said of strangersOn(text, words[languageOf(read.path)])) strangers.add(`${read.path}: ${said}`);
    }
  };
  await Promise.all(Array.from({ length: WALKERS }, walk));
  mark('pages');
  const open = await readOpenData(portal, [...days, today()]);
  cells.push(...open.cells);
  for (const said of open.strangers) strangers.add(said);
  pages += open.pages;
  mark('open data');
  const password = process.env.DEMO_PASSWORD;
  if (!password) console.log('The half page was not read: DEMO_PASSWORD is not said.');
  const handed = await readHandedOn(portal, words, password);
  for (const said of handed.strangers) strangers.add(said);
  mark(`${handed.texts} texts that are handed on`);
  const leaks = await findLeaks(cells, relations);
  for (const { id, least, most } of leaks) console.log(`${id}: can only be ${least} to ${most}`);
  for (const said of strangers) console.log(`a count of persons that nothing judges: ${said}`);
  mark('solver');
  console.log(
    `${cells.length} figures of persons told on ${pages} pages and ${days.length + 1} days, ${relations.length} sums between them: ${leaks.length} leaks, ${strangers.size} unjudged; seconds: ${spent()}`,
  );
  return leaks.length + strangers.size === 0 ? 0 : 1;
}

const [portal] = process.argv.slice(2);
if (!portal || !process.env.DATABASE_URL) {
  console.error('The address of a running portal is needed, with its DATABASE_URL.');
  process.exit(1);
}
const code = await main(portal);
process.exit(code);
