import { publicCodes, slugOf } from '@/domain/indicators/indicator';
import { combStatements, linkStatements, sentenceStatements } from './drawings';
import { CITY, type Level, levels } from './figure';
import { countOf, indicatorListStatements, indicatorStatements } from './indicators';
import { type Known, type Look, page, trendOf } from './look';
import type { Language } from './reading';
import { publicPageStatements } from './records';
import { sheetStatements, tableStatements, trendStatements } from './tables';

const addresses = {
  vi: { home: '/', coverage: '/do-phu', sheet: '/ty-le-bao-phu.csv', commune: '/xa-phuong', indicators: '/chi-so' },
  en: {
    home: '/en',
    coverage: '/en/coverage',
    sheet: '/en/coverage.csv',
    commune: '/en/communes',
    indicators: '/en/indicators',
  },
} as const;
const languages: readonly Language[] = ['vi', 'en'];

/** What readers see, in both languages: home, the page, table and sheet of every day and level, each commune, each indicator. */
export const publicLooks = (known: Known): Look[] =>
  languages.flatMap((language) => [
    ...homeLooks(known, language),
    ...coverageLooks(known, language),
    ...communeLooks(known, language),
    ...indicatorLooks(known, language),
  ]);

const homeLooks = ({ truth: { days, places }, words }: Known, language: Language): Look[] => [
  page(addresses[language].home, days[0], (html) => [
    ...sentenceStatements(html, 'sub_association', words[language]),
    ...combStatements(html, CITY, words[language]),
    ...linkStatements(html, 'sub_association', words[language], places),
  ]),
];

function coverageLooks({ truth: { days, former }, words }: Known, language: Language): Look[] {
  const { coverage, sheet } = addresses[language];
  const said = words[language];
  return days.flatMap((day) =>
    levels.flatMap((level): Look[] => {
      const asked = `${level === 'group' ? 'level=group&' : ''}on=${day}`;
      return [
        page(`${coverage}?${asked}`, day, (html) => [
          ...tableStatements(html, level, said, former),
          ...sentenceStatements(html, level, said),
          ...combStatements(html, CITY, said),
          ...linkStatements(html, level, said, former),
          ...trendStatements(html, CITY, trendOf(day), said),
        ]),
        page(`${sheet}?${asked}`, day, (text) => sheetStatements(text, level, said, former)),
      ];
    }),
  );
}

const communeLooks = ({ truth: { days, places }, words }: Known, language: Language): Look[] =>
  places.map(({ slug }) =>
    page(`${addresses[language].commune}/${slug}`, days[0], (html) => [
      ...publicPageStatements(html, slug, words[language]),
      ...linkStatements(html, 'sub_association', words[language], places),
    ]),
  );

function indicatorLooks({ truth: { days, former }, words }: Known, language: Language): Look[] {
  const said = words[language];
  const slugs = new Map(publicCodes.map((code) => [slugOf(code, language), code as string]));
  const levelOf = (code: string): Level | undefined => countOf(code)?.level;
  return days.flatMap((day) => [
    page(`${addresses[language].indicators}?on=${day}`, day, (html) =>
      indicatorListStatements(html, CITY, slugs, said),
    ),
    // of what no truth is read of, today alone: that both languages and those at work tell the same
    ...[...slugs]
      .filter(([, code]) => levelOf(code) || day === days[0])
      .map(([slug, code]) =>
        page(`${addresses[language].indicators}/${slug}?on=${day}`, day, (html) =>
          indicatorStatements(html, { code, whole: CITY }, said, former),
        ),
      ),
  ]);
}
