import { CITY, type Level, levels } from './figure';
import { elementsOf, numberIn, percentsIn, textIn, tidy, treeOf, type Words } from './reading';
import type { FigureTold, Statement } from './statement';

type Told = { place: string; day: string; before: string; names: ReadonlyMap<string, string> };

/** The tables of a report on its page, as text by rows and columns. */
const tablesOf = (html: string) =>
  elementsOf(treeOf(html), /^table$/).map((table) =>
    elementsOf([table], /^tr$/).map((row) => elementsOf([row], /^t[hd]$/).map((cell) => tidy(textIn(cell)))),
  );

/** Coverage as a report tells it, on its page: of its place, as it was when the period before ended, and of each commune of the city. */
export const reportStatements = (html: string, told: Told, words: Words): Statement[] =>
  tablesOf(html).flatMap((rows) => [...coverageRows(rows, told, words), ...communeRows(rows, told, words)]);

/** The same in its workbook, whose sheets are its tables; their headings say what is in percent. */
export const reportBookStatements = (sheets: readonly string[][][], told: Told, words: Words): Statement[] =>
  sheets
    .map((rows) => rows.map((cells) => cells.map((cell) => cell.replace(/ \(%\)$/, ''))))
    .flatMap((rows) => [...coverageRows(rows, told, words), ...communeRows(rows, told, words)]);

function coverageRows(
  rows: readonly string[][],
  { place, day, before }: Told,
  { report, levels: said, language }: Words,
) {
  const head = rows.findIndex((cells) => cells.includes(report.covered) && cells.includes(report.bothUntied));
  const heads = rows[head] ?? [];
  if (head < 0) return [];
  return rows.slice(head + 1).flatMap((cells): FigureTold[] => {
    const level = levels.find((each) => cells[0] === said[each]);
    if (!level) return [];
    const cell = (name: keyof Words['report']) => cells[heads.indexOf(report[name])] ?? '';
    const share = (name: 'percent' | 'before') => shareIn(cell(name), language);
    const told = { place, level, day, units: numberIn(cell('units')) };
    const [percent, then] = [share('percent'), share('before')];
    // of a place that does not report a report has a dash, and counts nothing
    if (percent === null) return [{ place, level, day, percent }];
    return [
      { ...told, count: 'covered', covered: numberIn(cell('covered')), percent },
      ...(['bothUntied', 'familyOnly', 'pairOnly'] as const).map(
        (count): FigureTold => ({ ...told, count, covered: numberIn(cell(count)) }),
      ),
      ...(then === null ? [] : [{ place, level, day: before, percent: then }]),
    ];
  });
}

function communeRows(
  rows: readonly string[][],
  { place, day, names }: Told,
  { report, levels: said, language }: Words,
) {
  const head = rows.findIndex((cells) => cells.includes(report.commune) && cells.includes(said.group));
  if (head < 0 || place !== CITY) return [];
  const at = (level: Level) => rows[head]?.indexOf(said[level]) ?? -1;
  return rows.slice(head + 1).flatMap((cells): FigureTold[] => {
    const of = names.get((cells[0] ?? '').replace(/^(Xã|Phường|Đặc khu) /, ''));
    return of
      ? levels.map((level) => ({ place: of, level, day, percent: shareIn(cells[at(level)] ?? '', language) }))
      : [];
  });
}

/** "57,9%" of a page, "57.9" of a workbook; null of a dash. */
const shareIn = (cell: string, language: Words['language']): number | null =>
  percentsIn(cell, language)[0] ?? (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null);
