import { glossary } from './glossary';

/** A term of the union in a Vietnamese text, how it is said in English, and whether the English text says it. */
export type SuggestedTerm = { vi: string; en: string; absent: boolean };

type Term = { vi: string; en: string[] };

/** Ends of lists in the glossary that are one term, comma and all. */
const WHOLE = ['vùng sâu, vùng xa', 'thi đua, khen thưởng', 'khung kiến thức, kỹ năng số cơ bản'];

/** The Vietnamese words on one side of a line of the glossary. */
export const vietnameseIn = (side: string) => (WHOLE.includes(side) ? [side] : side.split(', '));

const terms: Term[] = glossary
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [vietnamese = '', english = ''] = line.split(': ');
    const en = english.split(', ').flatMap(formsOf);
    return vietnameseIn(vietnamese).map((vi) => ({ vi, en }));
  });

/** One and several of a word. */
function formsOf(form: string): string[] {
  const one = form.replaceAll('~', '');
  if (one === form) return [one];
  if (/[^aeou]y~/.test(form)) return [one, form.replace(/y~/g, 'ies')];
  return [one, form.replace(/(s|x|ch|sh)~/g, '$1es').replaceAll('~', 's')];
}

const plainly = (text: string) => text.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').toLowerCase();
const byKey = new Map(terms.map((term) => [plainly(term.vi), term]));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const AROUND = '[\\p{L}\\p{M}\\d]';
/** Whole words only, a longer term before one that is a part of it; lines and blanks between its words are all the same. */
const wholeWords = (forms: readonly string[]) => {
  const longest = [...forms].sort((a, b) => b.length - a.length);
  const choice = longest.map((form) => escaped(form).replaceAll(' ', '\\s+')).join('|');
  return new RegExp(`(?<!${AROUND})(?:${choice})(?!${AROUND})`, 'giu');
};
/** Words of which a term is a part, and which say something else. */
const OTHERS = ['xã hội', 'hợp tác xã', 'thị xã', 'xã viên', 'nông thôn', 'thôn quê'];
const TERMS = wholeWords([...byKey.keys(), ...OTHERS]);

/** The same text, its terms blanked out: what is left may hold names. */
export const withoutTerms = (text: string) => text.replace(TERMS, '¦');

/** Terms of a Vietnamese text in the order of their first use, each as it is said in English; `absent` ones in none of its forms. */
export function suggestTerms(vietnamese: string, english: string): SuggestedTerm[] {
  const said = plainly(english);
  const found = new Set((vietnamese.normalize('NFC').match(TERMS) ?? []).map(plainly));
  return [...found].flatMap((key) => {
    const term = byKey.get(key);
    const [en] = term?.en ?? [];
    return term && en ? [{ vi: term.vi, en, absent: !wholeWords(term.en).test(said) }] : [];
  });
}
