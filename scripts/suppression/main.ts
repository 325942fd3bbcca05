import { type ChartName, chartNames } from '@/components/charts/sharing/chart-names';
import { findPublishedBoundaries } from '@/domain/boundaries/queries';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { CITY_SLUG, figureSlug, personsCode } from '@/domain/figures/figure';
import { publicCodes, slugOf } from '@/domain/indicators/indicator';
import { listPublishedCommunes } from '@/domain/units/queries';
import { hrefTo } from '@/i18n/routes';
import type { Cell } from './cells';
import { findLeaks } from './leaks';
import { readOpenData } from './open-data';
import { guidedCited, guidedOnPage, pageWordsOf, panelOf, seatsInWords, seatsOnPage, strangersOn } from './pages';
import { allSessions, readCited, readPublished, seatedTold } from './published';

/*
 * `npm run suppression -- <address>`: whether what a portal publishes of persons tells how many there are where they are few, to
 * whoever adds up and subtracts. Reads its published queries (DATABASE_URL) for months back, its pages in both languages and its open data.
 */
const MONTHS = 7;
/** A day as a month begins, and one in it, which must tell the same. */
const DAYS_IN_MONTH = [0, 16];
const WALKERS = 3;
const languages = ['vi', 'en'] as const;
const at = {
  vi: {
    commune: '/xa-phuong',
    session: '/tap-huan',
    indicator: '/chi-so',
    coverage: '/do-phu',
    boundaries: '/do-phu/ranh-gioi',
    pictures: '/do-phu/hinh',
    sheet: '/ty-le-bao-phu.csv',
    also: [
      '/',
      '/do-phu',
      '/chi-so',
      '/mo-hinh',
      '/tap-huan',
      '/lich.ics',
      '/gioi-thieu',
      '/chung-nhan',
      '/du-lieu-mo',
    ],
  },
  en: {
    commune: '/en/communes',
    session: '/en/trainings',
    indicator: '/en/indicators',
    coverage: '/en/coverage',
    boundaries: '/en/coverage/boundaries',
    pictures: '/en/coverage/pictures',
    sheet: '/en/coverage.csv',
    also: [
      '/en',
      '/en/coverage',
      '/en/indicators',
      '/en/models',
      '/en/trainings',
      '/en/calendar.ics',
      '/en/about',
      '/en/certificates',
      '/en/open-data',
    ],
  },
} as const;

/** `mayMiss`: there may be none, as of a silent commune. */
type Read = { path: string; told: (text: string) => Cell[]; mayMiss?: true };

async function main(portal: string): Promise<number> {
  const began = Date.now();
  const days = Array.from({ length: MONTHS }, (_, back) => monthStart(today(), -back))
    .flatMap((first): Day[] => DAYS_IN_MONTH.map((more) => addDays(first, more)))
    .filter((day) => day <= today());
  const { cells, relations } = await readPublished([...days, today()]);
  const cited = await readCited(monthEnds());
  cells.push(...cited.cells);
  relations.push(...cited.relations);
  const judged = await pagesToRead();
  const known = new Set(judged.map(({ path }) => path));
  const reads = [...judged, ...(await everyPage(portal)).filter(({ path }) => !known.has(path))];
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
      for (const said of strangersOn(text, pageWordsOf(languageOf(read.path)))) strangers.add(`${read.path}: ${said}`);
    }
  };
  await Promise.all(Array.from({ length: WALKERS }, walk));
  const open = await readOpenData(portal, [...days, today()]);
  cells.push(...open.cells);
  for (const said of open.strangers) strangers.add(said);
  pages += open.pages;
  const leaks = await findLeaks(cells, relations);
  for (const { id, least, most } of leaks) console.log(`${id}: can only be ${least} to ${most}`);
  for (const said of strangers) console.log(`a count of persons that nothing judges: ${said}`);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${cells.length} figures of persons told on ${pages} pages and ${days.length + 1} days, ${relations.length} sums between them: ${leaks.length} leaks, ${strangers.size} unjudged, ${seconds} seconds`,
  );
  return leaks.length + strangers.size === 0 ? 0 : 1;
}

/** The ends of the months that are looked at: of those numbers of persons have addresses. */
const monthEnds = () => Array.from({ length: MONTHS }, (_, back) => addDays(monthStart(today(), -back), -1));
/** So many of them are read as pages too, in both languages. */
const PAGES_OF_MONTHS = 2;

const languageOf = (path: string) => (path === '/en' || path.startsWith('/en/') ? 'en' : 'vi');

/** What readers search for where counts of persons could be told beside what is found. */
const SEARCHED = ['phụ nữ', 'hội viên', 'women guided', 'tap huan'];

/** Every address that the portal tells search engines of, and searches: a page that is new is walked with them. */
async function everyPage(portal: string): Promise<Read[]> {
  const answer = await fetch(`${portal}/sitemap.xml`);
  const told = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, href = '']) => new URL(href).pathname,
  );
  if (told.length === 0) throw new Error('the map of the portal names no page.');
  const searches = languages.flatMap((language) =>
    SEARCHED.map((q) => `${hrefTo(language, 'search')}?${new URLSearchParams({ q })}`),
  );
  return [...told, ...searches, '/sitemap.xml', '/feed.xml', '/en/feed.xml'].map((path) => ({ path, told: () => [] }));
}

/** Pages of communes and sessions, lists, and the calendar, each with what it tells of persons. */
async function pagesToRead(): Promise<Read[]> {
  const [communes, sessions] = [await listPublishedCommunes(), await allSessions()];
  const boundaries = (await findPublishedBoundaries(today())) !== null;
  return languages.flatMap((language): Read[] => {
    const words = pageWordsOf(language);
    return [
      ...[...at[language].also, ...figuresIn(language, boundaries)].map((path) => ({ path, told: () => [] })),
      ...communes.map(({ slug }) => ({
        path: `${at[language].commune}/${slug}`,
        told: (html: string) => guidedOnPage(html, slug, words),
      })),
      ...communes.flatMap(({ slug }) =>
        monthEnds()
          .slice(0, PAGES_OF_MONTHS)
          .map((by): Read => {
            const path = hrefTo(language, 'figure', { slug: figureSlug(personsCode, language), place: slug, day: by });
            return { path, told: (html) => guidedCited(html, slug, by, words), mayMiss: true };
          }),
      ),
      ...sessions.flatMap((session): Read[] => {
        const { slug } = session;
        const { keeps } = seatedTold(session);
        const path = `${at[language].session}/${slug}`;
        // of sessions for everybody numbers may be told: a few of them are looked at all the same
        if (keeps === null)
          return sessions.indexOf(session) < SESSIONS_FOR_ALL
            ? [{ path, told: (html: string) => seatsOnPage(html, slug, keeps) }]
            : [];
        const both = (html: string) => [
          ...seatsOnPage(html, slug, keeps),
          ...seatsInWords(panelOf(html), slug, words, keeps),
        ];
        return [
          { path, told: both },
          {
            path: `${path}/${language === 'vi' ? 'ap-phich' : 'poster'}`,
            told: (html) => seatsInWords(html, slug, words, keeps),
          },
        ];
      }),
    ];
  });
}

/**
 * Pages, sheets and pictures of figures that count units, models and sessions, of today and of the end of last month: none may tell a count of
 * persons.
 */
function figuresIn(language: (typeof languages)[number], boundaries: boolean): string[] {
  const { coverage, indicator, pictures, sheet, ...addresses } = at[language];
  const charts = (Object.keys(chartNames) as ChartName[]).filter((chart) => boundaries || chart !== 'boundaries');
  const ends = [today(), addDays(monthStart(today()), -1)];
  const narrowed = ends.flatMap((day) => [`on=${day}`, `level=group&on=${day}`]);
  return [
    ...publicCodes.flatMap((code) => [
      `${indicator}/${slugOf(code, language)}`,
      ...ends.map((day) => hrefTo(language, 'figure', { slug: figureSlug(code, language), place: CITY_SLUG, day })),
    ]),
    ...narrowed.flatMap((asked) => [
      `${coverage}?${asked}`,
      `${sheet}?${asked}`,
      ...charts.map((chart) => `${pictures}/${chartNames[chart][language]}.svg?${asked}`),
      ...(boundaries ? [`${addresses.boundaries}?${asked}`] : []),
    ]),
  ];
}

const SESSIONS_FOR_ALL = 20;

const [portal] = process.argv.slice(2);
if (!portal || !process.env.DATABASE_URL) {
  console.error('The address of a running portal is needed, with its DATABASE_URL.');
  process.exit(1);
}
const code = await main(portal);
process.exit(code);
