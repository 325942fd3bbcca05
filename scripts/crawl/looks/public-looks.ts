import { type ChartName, chartNames } from '@/components/charts/sharing/chart-names';
import { publicCodes, slugOf } from '@/domain/indicators/indicator';
import {
  combStatements,
  linkStatements,
  mapPictureStatements,
  rankingPictureStatements,
  sentenceStatements,
  trendPictureStatements,
} from '../drawings';
import { CITY, type Level, levels } from '../figure';
import { countOf, indicatorListStatements, indicatorStatements } from '../indicators';
import type { Language } from '../reading';
import { publicPageStatements } from '../records';
import { sheetStatements, tableStatements, trendStatements } from '../tables';
import { figureLooks } from './figure-looks';
import { isAsked, type Known, type Look, page, trendOf } from './look';
import { openLooks } from './open-looks';

const addresses = {
  vi: {
    home: '/',
    coverage: '/do-phu',
    boundaries: '/do-phu/ranh-gioi',
    pictures: '/do-phu/hinh',
    sheet: '/ty-le-bao-phu.csv',
    commune: '/xa-phuong',
    indicators: '/chi-so',
  },
  en: {
    home: '/en',
    coverage: '/en/coverage',
    boundaries: '/en/coverage/boundaries',
    pictures: '/en/coverage/pictures',
    sheet: '/en/coverage.csv',
    commune: '/en/communes',
    indicators: '/en/indicators',
  },
} as const;
const languages: readonly Language[] = ['vi', 'en'];

/** What readers see, in both languages: home, the page, table and sheet of every day and level, each commune, each indicator, numbers to cite; and programs. */
export const publicLooks = (known: Known): Look[] => [
  ...languages.flatMap((language) => [
    ...homeLooks(known, language),
    ...coverageLooks(known, language),
    ...pictureLooks(known, language),
    ...communeLooks(known, language),
    ...indicatorLooks(known, language),
    ...figureLooks(known, language),
  ]),
  ...openLooks(known),
];

const homeLooks = ({ truth: { days, places }, words }: Known, language: Language): Look[] => [
  page(addresses[language].home, days[0], (html) => [
    ...sentenceStatements(html, 'sub_association', words[language]),
    ...combStatements(html, CITY, words[language]),
    ...linkStatements(html, 'sub_association', words[language], places),
  ]),
];

const askedOf = (day: string, level: Level) => `${level === 'group' ? 'level=group&' : ''}on=${day}`;

function coverageLooks({ truth: { days, former, boundaries }, words }: Known, language: Language): Look[] {
  const { coverage, sheet, boundaries: withBoundaries } = addresses[language];
  const said = words[language];
  return days.flatMap((day) =>
    levels.flatMap((level): Look[] => {
      const asked = askedOf(day, level);
      const read = (html: string) => [
        ...tableStatements(html, level, said, former),
        ...sentenceStatements(html, level, said),
        ...combStatements(html, CITY, said),
        ...linkStatements(html, level, said, former),
        ...trendStatements(html, CITY, trendOf(day), said),
      ];
      return [
        page(`${coverage}?${asked}`, day, read),
        ...(boundaries ? [page(`${withBoundaries}?${asked}`, day, read)] : []),
        page(`${sheet}?${asked}`, day, (text) => sheetStatements(text, level, said, former)),
      ];
    }),
  );
}

/** The charts that can be taken along, as drawings: the painted ones are made of them. */
function pictureLooks({ truth: { days, boundaries, namesOn }, words }: Known, language: Language): Look[] {
  const { pictures } = addresses[language];
  const picture = (chart: ChartName, asked: string) => `${pictures}/${chartNames[chart][language]}.svg?${asked}`;
  return days.flatMap((day) => [
    page(picture('trend', askedOf(day, 'sub_association')), day, (svg) => trendPictureStatements(svg, words[language])),
    ...levels.flatMap((level) => {
      const asked = askedOf(day, level);
      const map = (svg: string) => mapPictureStatements(svg, level, namesOn(day));
      return [
        page(picture('map', asked), day, map),
        ...(boundaries ? [page(picture('boundaries', asked), day, map)] : []),
        page(picture('ranking', asked), day, (svg) =>
          rankingPictureStatements(svg, level, namesOn(day), words[language]),
        ),
      ];
    }),
  ]);
}

const communeLooks = ({ truth: { days, places }, words }: Known, language: Language): Look[] =>
  places.map(({ slug }) =>
    page(`${addresses[language].commune}/${slug}`, days[0], (html) => [
      ...publicPageStatements(html, slug, words[language]),
      ...linkStatements(html, 'sub_association', words[language], places),
    ]),
  );

function indicatorLooks(known: Known, language: Language): Look[] {
  const { days, former } = known.truth;
  const said = known.words[language];
  const slugs = new Map(publicCodes.map((code) => [slugOf(code, language), code as string]));
  const levelOf = (code: string): Level | undefined => countOf(code)?.level;
  return days.flatMap((day) => [
    page(`${addresses[language].indicators}?on=${day}`, day, (html) =>
      indicatorListStatements(html, CITY, slugs, said),
    ),
    // of what no truth is read of, today alone: that both languages and those at work tell the same
    ...[...slugs]
      .filter(([, code]) => isAsked(known, code) && (levelOf(code) || day === days[0]))
      .map(([slug, code]) =>
        page(`${addresses[language].indicators}/${slug}?on=${day}`, day, (html) =>
          indicatorStatements(html, { code, whole: CITY }, said, former),
        ),
      ),
  ]);
}
