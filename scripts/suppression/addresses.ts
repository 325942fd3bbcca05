import { type ChartName, chartNames } from '@/components/charts/sharing/chart-names';
import { findPublishedBoundaries } from '@/domain/boundaries/queries';
import { trendYears, yearsSaid } from '@/domain/coverage/view/span';
import { addDays, monthStart, today } from '@/domain/days/day';
import { CITY_SLUG, figureSlug, personsCode } from '@/domain/figures/figure';
import { publicCodes, slugOf } from '@/domain/indicators/indicator';
import { listPublishedCommunes } from '@/domain/units/queries';
import { hrefTo } from '@/i18n/routes';
import type { Cell } from './cells';
import { guidedCited, guidedOnPage, pageWordsOf, panelOf, seatsInWords, seatsOnPage, someOfEach } from './pages';
import { allSessions, seatedTold } from './published';

/** So many months back are looked at. */
export const MONTHS = 7;
export const languages = ['vi', 'en'] as const;
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
export type Read = { path: string; told: (text: string) => Cell[]; mayMiss?: true };

/** The ends of the months that are looked at: of those numbers of persons have addresses. */
export const monthEnds = () => Array.from({ length: MONTHS }, (_, back) => addDays(monthStart(today(), -back), -1));
/** So many of them are read as pages too, in both languages. */
const PAGES_OF_MONTHS = 2;

export const languageOf = (path: string) => (path === '/en' || path.startsWith('/en/') ? 'en' : 'vi');

/** What readers search for where counts of persons could be told beside what is found. */
const SEARCHED = ['phụ nữ', 'hội viên', 'women guided', 'tap huan'];

/** Lists and maps as a reader narrows them. */
const NARROWED = [{ view: 'map' }, { view: 'month' }, { view: 'map', commune: '26380' }, { topic: 'vneid' }];

/** Addresses of each kind that the portal tells search engines of, searches and narrowed lists: a page of a new kind is walked with them. */
export async function everyPage(portal: string): Promise<Read[]> {
  const answer = await fetch(`${portal}/sitemap.xml`);
  const told = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, href = '']) => new URL(href).pathname,
  );
  if (told.length === 0) throw new Error('the map of the portal names no page.');
  const asked = languages.flatMap((language) => [
    ...SEARCHED.map((q) => hrefTo(language, 'search', {}, { q })),
    ...NARROWED.map((by) => hrefTo(language, 'trainings', {}, by)),
  ]);
  const all = [...someOfEach(told), ...asked, '/sitemap.xml', '/feed.xml', '/en/feed.xml'];
  return all.map((path) => ({ path, told: () => [] }));
}

/** Pages of communes and sessions, lists, and the calendar, each with what it tells of persons. */
export async function pagesToRead(): Promise<Read[]> {
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
  const spans = trendYears.flatMap((years) => yearsSaid(years) ?? []);
  const narrowed = ends.flatMap((day) => [`on=${day}`, `level=group&on=${day}`]);
  return [
    ...publicCodes.flatMap((code) => [
      `${indicator}/${slugOf(code, language)}`,
      ...spans.map((years) => hrefTo(language, 'indicator', { slug: slugOf(code, language) }, { years })),
      ...[undefined, ...spans].map((years) =>
        hrefTo(language, 'indicatorDrawing', { slug: slugOf(code, language) }, { years }),
      ),
      ...ends.map((day) => hrefTo(language, 'figure', { slug: figureSlug(code, language), place: CITY_SLUG, day })),
    ]),
    ...spans.map((years) => `${coverage}?years=${years}`),
    ...narrowed.flatMap((asked) => [
      `${coverage}?${asked}`,
      `${sheet}?${asked}`,
      ...charts.map((chart) => `${pictures}/${chartNames[chart][language]}.svg?${asked}`),
      ...(boundaries ? [`${addresses.boundaries}?${asked}`] : []),
    ]),
  ];
}

const SESSIONS_FOR_ALL = 20;
