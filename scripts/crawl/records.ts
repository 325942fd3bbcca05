import type { Level } from './figure';
import {
  type Element,
  elementsOf,
  hrefOf,
  numberIn,
  patternOf,
  percentsIn,
  stateIn,
  textIn,
  tidy,
  treeOf,
  type Words,
} from './reading';
import type { FigureTold, Statement, UnitTold } from './statement';

const levels: readonly Level[] = ['sub_association', 'group'];
type Read = { place: string; level: Level; covered: string; units: string; said: string };

function statementOf({ place, level, said, ...read }: Read, { states, language }: Words): FigureTold {
  const covered = numberIn(read.covered);
  const state = covered === null ? stateIn(said, states) : covered === 0 ? 'zero' : 'some';
  const [percent] = percentsIn(said, language);
  return { place, level, covered, units: numberIn(read.units), state, ...(percent === undefined ? {} : { percent }) };
}

/** Both figures of a commune on its public page: "35/42" and what it counts, or a dash and its state. */
export function publicPageStatements(html: string, place: string, words: Words): FigureTold[] {
  const figures = elementsOf(treeOf(html), /^p$/).filter(
    ([, , [first]]) => typeof first === 'object' && first[0] === 'b',
  );
  return figures.slice(0, levels.length).map((figure, at) => {
    const [covered = '', units = ''] = textIn(figure[2][0] ?? '').split('/');
    return statementOf({ place, level: levels[at] ?? 'group', covered, units, said: textIn(figure) }, words);
  });
}

/** Both figures of a commune on its page in the signed-in area, a line each: "83,3% 35/42", or its state. */
export function lineStatements(html: string, place: string, words: Words): FigureTold[] {
  return elementsOf(treeOf(html), /^dl$/).flatMap((list) =>
    elementsOf([list], /^div$/).flatMap((line) => {
      const level = levels.find((each) => textIn(elementsOf([line], /^dt$/)[0] ?? '') === words.levels[each]);
      if (!level) return [];
      const said = textIn(elementsOf([line], /^dd$/)[0] ?? '');
      const [covered = '', units = ''] = textIn(elementsOf([line], /^small$/)[0] ?? '').split('/');
      return [statementOf({ place, level, covered, units, said }, words)];
    }),
  );
}

/** The rows of the matrix of a commune: each unit with its tie, and of a sub-association how many of its groups count. */
export function matrixStatements(html: string, words: Words): UnitTold[] {
  const matrix = elementsOf(treeOf(html), /^table$/).filter((table) =>
    textIn(elementsOf([table], /^caption$/)[0] ?? '').includes(words.matrix.caption),
  );
  return elementsOf(elementsOf(matrix, /^tbody$/), /^tr$/).flatMap((row): UnitTold[] => {
    const unit = hrefOf(elementsOf([row], /^a$/)[0])
      .split('/')
      .at(-1);
    if (!unit) return [];
    const cells = elementsOf([row], /^td$/);
    const tie = cells.find((cell) => cell[1]['data-l'] === words.matrix.tie);
    const groups = cells.map((cell) => /(\d+)\/(\d+)/.exec(tidy(textIn(cell)))).find(Boolean);
    const tied = tie && elementsOf([tie], /^svg$/)[0]?.[1]['aria-label'] === words.matrix.tied;
    return [
      {
        unit,
        covered: !isGap(row),
        ...(tied === undefined ? {} : { tied }),
        ...(groups ? { groups: `${groups[1]}/${groups[2]}` } : {}),
      },
    ];
  });
}

/** The sub-associations that stand unfolded below their communes in the table of all: each as one unit, whether it counts and whether it is tied. */
export function unfoldedStatements(html: string): UnitTold[] {
  const rows = elementsOf(treeOf(html), /^tr$/).filter(([, { class: classes }]) => classes === 'below');
  return rows.map((row) => {
    const [, tied, , , , share] = elementsOf([row], /^td$/).map((cell) => tidy(textIn(cell)));
    const unit =
      hrefOf(elementsOf([row], /^a$/)[0])
        .split('/')
        .at(-1) ?? '';
    return { unit, tied: tied === '1', covered: share === '100%' };
  });
}

const isGap = ([, { class: classes }]: Element) => typeof classes === 'string' && classes.split(' ').includes('gap');

/** A unit's own page: the figures of a place, or whether the one unit counts. */
export function unitPageStatements(html: string, at: { place: string } | { unit: string }, words: Words): Statement[] {
  const tree = treeOf(html);
  if ('unit' in at) {
    const covered = elementsOf(tree, /^(span|p|div)$/).some((each) => tidy(textIn(each)) === words.unitCovered);
    return [{ unit: at.unit, covered }];
  }
  const pattern = patternOf(words.unitFigure);
  return elementsOf(tree, /^li$/).flatMap((item): Statement[] => {
    const told = pattern.exec(tidy(textIn(item)))?.groups;
    const level = levels.find((each) => tidy(textIn(item)).includes(` ${words.levelsLower[each]} `));
    if (!told || !level) return [];
    return [{ place: at.place, level, covered: numberIn(told.covered ?? ''), units: numberIn(told.units ?? '') }];
  });
}

/** How far her place has come, on the first page of whoever signs in: "902 trên 1.562 chi hội". */
export function overviewStatements(html: string, place: string, words: Words): FigureTold[] {
  const pattern = patternOf(words.combOf);
  return elementsOf(treeOf(html), /^section$/).flatMap((section): FigureTold[] => {
    if (elementsOf([section], /^section$/).length > 1) return [];
    const text = tidy(textIn(section));
    const told = pattern.exec(text.slice(text.indexOf('%') + 1))?.groups;
    if (!told?.count || !text.includes('%')) return [];
    const level = text.includes(words.levelsLower.sub_association) ? 'sub_association' : 'group';
    return [{ place, level, covered: numberIn(told.count), units: numberIn(told.units ?? '') }];
  });
}
