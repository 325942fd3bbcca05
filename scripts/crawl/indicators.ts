import type { Count, Level, Place } from './figure';
import {
  elementsOf,
  hrefOf,
  numberIn,
  patternOf,
  percentsIn,
  placeOf,
  textIn,
  tidy,
  treeOf,
  type Words,
} from './reading';
import type { FigureTold, Statement } from './statement';

/** What indicators count that a truth is known of; of the others whoever tells them has to tell the same. */
const counted: Record<string, Count> = {
  coverage: 'covered',
  both_untied: 'bothUntied',
  family_only: 'familyOnly',
  pair_only: 'pairOnly',
};

/** "family_only_group" as what is counted and of which level; undefined of what is counted otherwise. */
export function countOf(code: string): { count: Count; level: Level } | undefined {
  const [, of = '', level] = /^(.*)_(sub_association|group)$/.exec(code) ?? [];
  const count = counted[of];
  return count && { count, level: level as Level };
}

/** A figure as it is told of a place: against what is true where that is known, else against whoever told it first. */
function statementOf(code: string, place: string, { done, whole, said }: Said, words: Words): Statement {
  const known = countOf(code);
  const [percent] = percentsIn(said, words.language);
  const state = (['not_reported', 'nothing'] as const).find((each) => said.includes(words.partStates[each]));
  if (!known) return { code, place, value: state ?? number(said, words.language) };
  const covered = done === undefined ? undefined : numberIn(done);
  const told: FigureTold = { place, ...known };
  if (state) return { ...told, state: state === 'nothing' ? 'no_units' : state, percent: null };
  return {
    ...told,
    ...(percent === undefined ? {} : { percent }),
    ...(covered === undefined || covered === null ? {} : { covered, units: numberIn(whole ?? '') }),
  };
}

type Said = { done?: string | undefined; whole?: string | undefined; said: string };

/** A number in the same spelling for both languages, else the text. */
const number = (said: string, language: Words['language']) => {
  const [digits] = /\d[\d.,]*/.exec(said) ?? [];
  if (!digits) return tidy(said);
  return language === 'vi' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
};

/** Every row of the list of indicators: of one place, each by the address that it leads to. */
export function indicatorListStatements(
  html: string,
  place: string,
  codes: ReadonlyMap<string, string>,
  words: Words,
): Statement[] {
  return elementsOf(elementsOf(treeOf(html), /^tbody$/), /^tr$/).flatMap((row): Statement[] => {
    const end =
      hrefOf(elementsOf([row], /^a$/)[0])
        .split('?')[0]
        ?.split('/')
        .at(-1) ?? '';
    const code = codes.get(end);
    const said = textIn(elementsOf([row], /^td$/).at(-1) ?? '');
    // what goes through all women is counted on its own page alone
    return code && /\d/.test(said) ? [statementOf(code, place, { said }, words)] : [];
  });
}

/** The table of an indicator: first the place that the page is of (`whole`), then its parts. Of what is no place nothing is read. */
export function indicatorStatements(
  html: string,
  { code, whole }: { code: string; whole: string },
  words: Words,
  places: readonly Place[],
): Statement[] {
  let first = true;
  return elementsOf(treeOf(html), /^table$/).flatMap((table) => {
    const heads = elementsOf([table], /^th$/).filter(([, { scope }]) => scope === 'col');
    const at = (label: string) => heads.findIndex((head) => tidy(textIn(head)) === label);
    if (at(words.parts.percent) < 0 && at(words.parts.value) < 0) return [];
    return elementsOf(elementsOf([table], /^tbody$/), /^tr$/).flatMap((row): Statement[] => {
      const link = elementsOf([row], /^a$/)[0];
      const place = link ? placeOf(hrefOf(link), places) : first ? whole : undefined;
      first = false;
      if (!place) return [];
      const cells = elementsOf([row], /^t[hd]$/).map(textIn);
      const counts =
        at(words.parts.done) < 0 ? {} : { done: cells[at(words.parts.done)], whole: cells[at(words.parts.whole)] };
      return [statementOf(code, place, { ...counts, said: cells.at(-1) ?? '' }, words)];
    });
  });
}

/** The head of the address that keeps a number, its citation and its data for machines: all of the place that it is of. */
export function citedStatements(
  html: string,
  { code, whole }: { code: string; whole: string },
  words: Words,
): Statement[] {
  const tree = treeOf(html);
  const [head] = elementsOf(tree, /^p$/).filter(([, , [first]]) => typeof first === 'object' && first[0] === 'b');
  const [done, all] = new RegExp(patternOf(words.ofWhole).source).exec(tidy(textIn(head ?? '')))?.slice(1) ?? [];
  const said = textIn(head?.[2][0] ?? '');
  const [quoted] = percentsIn(textIn(elementsOf(tree, /^blockquote$/)[0] ?? ''), words.language);
  const machine = /"@type":"PropertyValue"[^}]*"value":(\d+(?:\.\d+)?)/.exec(html)?.[1];
  const known = countOf(code);
  return [
    statementOf(code, whole, { done, whole: all, said }, words),
    ...(known && quoted !== undefined ? [{ place: whole, ...known, percent: quoted }] : []),
    ...(known && machine !== undefined ? [{ place: whole, ...known, percent: Number(machine) }] : []),
  ];
}
