import { UNFOLDED_MAX } from '@/domain/coverage/view/view';
import { combStatements, largeStatements, linkStatements, meetingStatements } from '../drawings';
import { CITY, levels, type Place } from '../figure';
import { indicatorListStatements, indicatorStatements } from '../indicators';
import {
  lineStatements,
  matrixStatements,
  overviewStatements,
  unfoldedStatements,
  unitPageStatements,
} from '../records';
import { sheetRowStatements, tableStatements, trendStatements } from '../tables';
import { indicatorBookStatements, matrixBookStatements, rowsOfWorkbook } from '../workbook';
import { book, isAsked, type Known, type Look, page, trendOf } from './look';
import { reportLooks } from './report-looks';

const COVERAGE = ['coverage_sub_association', 'coverage_group'] as const;
const OF_CITY = [
  ...COVERAGE,
  ...['both_untied', 'family_only', 'pair_only'].flatMap((each) => levels.map((level) => `${each}_${level}`)),
];
/** So many sub-associations of each commune are looked at by whoever sees all of them; of one's own commune all. */
const UNITS_OF_EACH = 2;
/** On so many days each commune's own pages of indicators; all communes stand on the page of the city on every day. */
const DAYS_OF_EACH = 2;

/** What an official sees: the whole city, or her own communes. */
export function signedInLooks(communes: 'all' | readonly string[], known: Known): Look[] {
  const hers = known.truth.places.filter(({ slug }) => communes === 'all' || communes.includes(slug));
  const [only] = hers;
  const whole =
    communes === 'all' || !only ? { place: CITY, id: known.truth.provinceId } : { place: only.slug, id: only.id };
  const each = communes === 'all' ? UNITS_OF_EACH : Number.POSITIVE_INFINITY;
  return [
    ...tableLooks(whole.place, known),
    ...(communes === 'all' ? unfoldedLooks(hers, known) : []),
    ...meetingLooks(whole.place, known),
    ...projectorLooks(whole.place, hers, known),
    ...hers.flatMap((place) => matrixLooks(place, known)),
    ...unitLooks(whole, hers, each, known),
    ...indicatorLooks(whole, hers, known),
    ...reportLooks(whole, hers, known),
    page('/admin', known.truth.days[0], (html) => [
      ...overviewStatements(html, whole.place, known.words.vi),
      ...combStatements(html, whole.place, known.words.vi),
      ...matrixStatements(html, known.words.vi),
      ...linkStatements(html, 'sub_association', known.words.vi, known.truth.places),
    ]),
  ];
}

/** The page with its map, tables and trend, and the same as a workbook, on every day and level. */
function tableLooks(whole: string, { truth: { days, former, boundaries }, words: { vi } }: Known): Look[] {
  return days.flatMap((day) =>
    levels.flatMap((level): Look[] => {
      const asked = `${level === 'group' ? 'level=group&' : ''}on=${day}`;
      return [
        page(`/admin/coverage?${asked}`, day, (html) => [
          ...tableStatements(html, level, vi, former),
          ...linkStatements(html, level, vi, former),
          ...trendStatements(html, whole, trendOf(day), vi),
        ]),
        // whoever has one commune sees its units there, and no map
        ...(boundaries && whole === CITY
          ? [page(`/admin/coverage?map=boundaries&${asked}`, day, (html) => linkStatements(html, level, vi, former))]
          : []),
        book(`/admin/coverage/export?format=xlsx&${asked}`, day, async (file) =>
          sheetRowStatements(await rowsOfWorkbook(file), { level, whole }, vi, former),
        ),
      ];
    }),
  );
}

/** The table with some communes unfolded, on the first days: those that are heard, until each stood there once. */
function unfoldedLooks(hers: readonly Place[], { truth: { days, of } }: Known): Look[] {
  return days.slice(0, DAYS_OF_EACH).flatMap((day) => {
    const heard = hers.filter(({ slug }) => of(slug, 'sub_association', day).covered !== null);
    return Array.from({ length: Math.ceil(heard.length / UNFOLDED_MAX) }, (_, at) => {
      const slugs = heard.slice(at * UNFOLDED_MAX, (at + 1) * UNFOLDED_MAX).map(({ slug }) => slug);
      return page(`/admin/coverage?unfolded=${slugs.join(',')}&on=${day}`, day, unfoldedStatements);
    });
  });
}

/** The page that a meeting over the month of each day looks at. */
const meetingLooks = (whole: string, { truth: { days }, words: { vi } }: Known): Look[] =>
  days.map((day) =>
    page(`/admin/coverage/meeting?month=${day.slice(0, 7)}`, day, (html) => meetingStatements(html, whole, vi)),
  );

/** The map for a room on every day, and each place in it today. */
function projectorLooks(
  whole: string,
  hers: readonly Place[],
  { truth: { days, former }, words: { vi } }: Known,
): Look[] {
  const look = (place: string, day: string | undefined, level: (typeof levels)[number]) => {
    const chosen = place === CITY || hers.length === 1 ? '' : `&place=${place}`;
    return page(`/admin/coverage/projector?on=${day}&level=${level}${chosen}`, day, (html) => [
      ...largeStatements(html, place, level, vi),
      ...linkStatements(html, level, vi, former),
    ]);
  };
  return [
    ...days.flatMap((day) => levels.map((level) => look(whole, day, level))),
    ...hers.map(({ slug }) => look(slug, days[0], 'sub_association')),
  ];
}

/** A commune, unit by unit, on every day; today as a workbook too, where it reports. */
function matrixLooks({ id, slug }: Place, { truth, words: { vi } }: Known): Look[] {
  const [today] = truth.days;
  const heard = truth.of(slug, 'sub_association', today ?? '').covered !== null;
  return [
    ...truth.days.map((day) =>
      page(`/admin/coverage/${id}?on=${day}`, day, (html) => [
        ...lineStatements(html, slug, vi),
        ...matrixStatements(html, vi),
      ]),
    ),
    ...(heard
      ? [
          book(`/admin/coverage/${id}/export?format=xlsx`, today, async (file) =>
            matrixBookStatements(await rowsOfWorkbook(file), slug, vi),
          ),
        ]
      : []),
  ];
}

type Whole = { place: string; id: string };

/** The record of the whole, of each commune, and of some units in it. */
function unitLooks(whole: Whole, hers: readonly Place[], each: number, { truth, words: { vi } }: Known): Look[] {
  const [today = ''] = truth.days;
  const units = [...truth.unitsOn(today).values()];
  const look = (id: string, at: Parameters<typeof unitPageStatements>[1]) =>
    page(`/admin/units/${id}`, today, (html) => unitPageStatements(html, at, vi));
  return [
    look(whole.id, whole),
    ...hers
      .filter(({ slug }) => slug !== whole.place && truth.of(slug, 'sub_association', today).covered !== null)
      .map(({ id, slug }) => look(id, { place: slug })),
    ...hers.flatMap(({ slug }) =>
      levels.flatMap((level) =>
        units
          .filter((unit) => unit.slug === slug && unit.level === level)
          .slice(0, each)
          .map(({ id }) => look(id, { unit: id })),
      ),
    ),
  ];
}

/** Indicators of the whole on every day, with their workbooks; coverage of each commune today and on one past day. */
function indicatorLooks(whole: Whole, hers: readonly Place[], known: Known): Look[] {
  const { truth } = known;
  const { vi } = known.words;
  const { days, former } = truth;
  const asked = (codes: readonly string[]) => codes.filter((code) => isAsked(known, code));
  const [counted, coverage] = [asked(OF_CITY), asked(COVERAGE)];
  const figure = ({ place, id }: Whole, code: string, day: string) =>
    page(`/admin/indicators/${code}?unit=${id}&on=${day}`, day, (html) =>
      indicatorStatements(html, { code, whole: place }, vi, former),
    );
  const codes = new Map(OF_CITY.map((code) => [code, code]));
  return days.flatMap((day) => [
    page(`/admin/indicators?unit=${whole.id}&on=${day}`, day, (html) =>
      indicatorListStatements(html, whole.place, codes, vi),
    ),
    ...counted.map((code) => figure(whole, code, day)),
    ...coverage.map((code) =>
      book(`/admin/indicators/${code}/export?format=xlsx&unit=${whole.id}&on=${day}`, day, async (file) =>
        indicatorBookStatements(await rowsOfWorkbook(file), code, whole.place),
      ),
    ),
    ...hers
      // a commune without units has no parts, and its page no table
      .filter(({ slug }) => truth.of(slug, 'sub_association', day).units !== null)
      .filter(({ slug }) => slug !== whole.place && days.indexOf(day) < DAYS_OF_EACH)
      .flatMap(({ id, slug }) => coverage.map((code) => figure({ place: slug, id }, code, day))),
  ]);
}
