import type { Locale } from '@/domain/locale';
import type { ArticleNode } from '../document';
import { withoutTerms } from '../translations/terms';
import { type LinkKey, linksIn, phonesIn } from './contacts';
import { datesIn, timesIn } from './moments';
import { holdsName, markedNamesIn, namesIn } from './names';
import { numbersIn, numbersInWords } from './numbers';
import { type Said, type SaidKind, saidKinds } from './said';

/** A text of an article, to be compared with the one in the other language. */
export type Comparable = {
  title: string;
  summary: string;
  plain: string;
  body: ArticleNode;
  /** what stands beside it: words of its pictures, notes on corrections */
  beside?: readonly string[];
};

/** What one language says and the other does not. */
export type Missing = { kind: SaidKind; said: string; missingIn: Locale };

/** Nobody reads more of them: so many differ in two texts that are none of each other. */
const SHOWN_MAX = 40;
/** Letters of a text; longer ones are not taken in. */
const LETTERS_MAX = 45_000;

type Side = { locale: Locale; said: Said[]; offers: Set<string>; text: string };

/**
 * What of numbers, shares, days, times, telephone numbers, names and links one text says and its translation does not, in either
 * direction. It informs: there are good reasons for a difference.
 */
export function compareTexts(vi: Comparable, en: Comparable, keyOf: LinkKey = (href) => href): Missing[] {
  const sides = { vi: sideOf(vi, 'vi', keyOf), en: sideOf(en, 'en', keyOf) };
  const missing = [...missingIn(sides.vi, sides.en), ...missingIn(sides.en, sides.vi)];
  return missing.sort((a, b) => saidKinds.indexOf(a.kind) - saidKinds.indexOf(b.kind)).slice(0, SHOWN_MAX);
}

function sideOf({ title, summary, plain, body, beside = [] }: Comparable, locale: Locale, keyOf: LinkKey): Side {
  const text = [title, summary, plain, ...beside]
    .join('\n')
    .slice(0, LETTERS_MAX)
    .normalize('NFC')
    .replace(/[^\S\n]/g, asBlank);
  const bare = text.replace(/(https?:\/\/|www\.)\S+/gi, ' ¦ ');
  const { rest, said } = numbersIn(timesIn(datesIn(phonesIn({ rest: bare, said: [] }), locale), locale), locale);
  const names = locale === 'vi' ? namesIn(withoutTerms(bare)) : markedNamesIn(bare);
  const all = [...said, ...names, ...linksIn(body, keyOf)];
  const offers = new Set([...all.flatMap((one) => one.offers), ...numbersInWords(rest, locale)]);
  return { locale, said: all, offers, text: bare };
}

/** Narrow blanks stand between thousands. */
const asBlank = (blank: string) => (blank === '\u00a0' || blank === '\u202f' ? blank : ' ');

function missingIn(from: Side, to: Side): Missing[] {
  const told = new Set<string>();
  return from.said.flatMap(({ kind, said, keys }) => {
    const [first] = keys;
    const words = `${kind} ${said}`;
    if (!first || told.has(first) || told.has(words) || keys.some((key) => isOffered(key, to))) return [];
    told.add(first).add(words);
    return [{ kind, said, missingIn: to.locale }];
  });
}

const isOffered = (key: string, { offers, text }: Side) =>
  key.startsWith('name:') ? holdsName(text, key.slice('name:'.length)) : offers.has(key);
