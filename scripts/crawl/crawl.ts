import {
  lineStatements,
  publicPageStatements,
  type Statement,
  sheetStatements,
  tableStatements,
  type Words,
} from './statements';
import { levels, type Truth } from './truth';

/** At once: as many as a small machine draws side by side. */
const WALKERS = 3;
const TIMEOUT_MS = 60_000;

/** Who looks, with the cookie that she is known by (readers have none), and at which communes' pages. */
export type Looker = { name: string; cookie: string; communes: 'all' | 'public' | readonly string[] };
type Language = 'vi' | 'en';
type Look = { address: string; day: string; read: (body: string) => Statement[] };
export type Found = { looks: number; statements: number; wrong: string[] };
type Known = { truth: Truth; words: Record<Language, Words> };

/** Looks at every place that tells a figure of coverage, and compares what it says with what is true. */
export async function crawl(portal: string, lookers: readonly Looker[], known: Known): Promise<Found> {
  const found: Found = { looks: 0, statements: 0, wrong: [] };
  for (const looker of lookers) {
    const looks = looker.communes === 'public' ? publicLooks(known) : signedInLooks(looker.communes, known);
    const goOn = async () => {
      for (let look = looks.shift(); look; look = looks.shift()) await take(look, looker);
    };
    await Promise.all(Array.from({ length: WALKERS }, goOn));
  }
  return found;

  async function take(look: Look, looker: Looker) {
    const told = look.read(await ask(portal + look.address, looker.cookie));
    found.looks += 1;
    found.statements += told.length;
    const where = `${looker.name} ${look.address}`;
    if (told.length === 0) found.wrong.push(`${where}: tells no figure`);
    for (const statement of told) {
      const wrong = differenceOf(statement, look.day, known.truth);
      if (wrong) found.wrong.push(`${where}: ${wrong}`);
    }
  }
}

async function ask(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: cookie ? { cookie } : {}, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}.`);
  return answer.text();
}

function differenceOf(told: Statement, day: string, truth: Truth): string | null {
  const is = truth.of(told.place, told.level, day);
  // of a silent commune a page may leave out how many units it has
  const units = told.units === is.units || (told.units === null && is.covered === null);
  if (told.covered === is.covered && units && told.state === is.state) return null;
  return `${told.place}, ${told.level}, ${day}: ${shown(told)} instead of ${shown(is)}`;
}
const shown = ({ covered, units, state }: Omit<Statement, 'place' | 'level'>) =>
  `${covered ?? '–'}/${units ?? '–'} (${state})`;

/** What readers see: the table and its sheet of every day and level in both languages, and the page of each commune. */
function publicLooks({ truth: { days, places }, words }: Known): Look[] {
  const addresses = {
    vi: ['/do-phu', '/ty-le-bao-phu.csv', '/xa-phuong'],
    en: ['/en/coverage', '/en/coverage.csv', '/en/communes'],
  } as const;
  return (['vi', 'en'] as const).flatMap((language) => {
    const [whole, sheet, each] = addresses[language];
    const said = words[language];
    const tables = eachOf(days).flatMap(({ day, level, asked }): Look[] => [
      { address: `${whole}?${asked}`, day, read: (body) => tableStatements(body, level, said, places) },
      { address: `${sheet}?${asked}`, day, read: (body) => sheetStatements(body, level, said, places) },
    ]);
    const pages = places.map(
      ({ slug }): Look => ({
        address: `${each}/${slug}`,
        day: days[0] ?? '',
        read: (body) => publicPageStatements(body, slug, said),
      }),
    );
    return [...tables, ...pages];
  });
}

/** What an official sees: the table of her area on every day, and the page of each of her communes on every day. */
function signedInLooks(communes: 'all' | readonly string[], { truth: { days, places }, words }: Known): Look[] {
  const hers = places.filter(({ slug }) => communes === 'all' || communes.includes(slug));
  const tables = eachOf(days).map(
    ({ day, level, asked }): Look => ({
      address: `/admin/coverage?${asked}`,
      day,
      read: (body) => tableStatements(body, level, words.vi, places),
    }),
  );
  const pages = hers.flatMap(({ id, slug }) =>
    days.map(
      (day): Look => ({
        address: `/admin/coverage/${id}?on=${day}`,
        day,
        read: (body) => lineStatements(body, slug, words.vi),
      }),
    ),
  );
  return [...tables, ...pages];
}

const eachOf = (days: readonly string[]) =>
  days.flatMap((day) =>
    levels.map((level) => ({ day, level, asked: `${level === 'group' ? 'level=group&' : ''}on=${day}` })),
  );
