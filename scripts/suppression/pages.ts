import { readFileSync } from 'node:fs';
import type { Day } from '@/domain/days/day';
import { STEP } from '@/domain/small-count';
import { resolveAddress } from '@/i18n/routes';
import { elementsOf, treeOf } from '../../bench/portal/html.mjs';
import { type Cell, SENSITIVE } from './cells';
import { guidedId, inTensTold, seatedId } from './published';

type Node = ReturnType<typeof treeOf>[number];
/** What is used of the messages of a language. */
export type PageWords = {
  guided: string;
  few: string;
  atLeast: string;
  /** as an address of its own tells it */
  cited: { tens: string; few: string };
  seats: { free: string; full: string; left: string; of: string; leftIn: string };
};

/** The words of a language, as its messages have them. */
export function pageWordsOf(language: 'vi' | 'en'): PageWords {
  const messages = (concept: string) => JSON.parse(readFileSync(`i18n/messages/${language}/${concept}.json`, 'utf8'));
  return { ...messages('coverage').commune, seats: messages('trainings').seats, cited: messages('figures') };
}

const textIn = (node: Node): string => (typeof node === 'string' ? node : node[2].map(textIn).join(''));
const numberIn = (text = '') => Number(text.replace(/[.,\s]/g, ''));

/** A message as a pattern that finds its numbers: "{free} of {seats} seats free". */
const patternOf = (message: string) =>
  new RegExp(
    message
      .replace(/[.*+?^$()[\]\\|]/g, '\\$&')
      .replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>\\d[\\d.,]*)`)
      .replace(/\s+/g, '\\s+'),
  );

/** The women guided, as the page of a commune says it; the day stands in the same sentence. Nothing where it says nothing of them. */
export function guidedOnPage(html: string, slug: string, words: PageWords): Cell[] {
  const [before = ''] = words.guided.split('{day}');
  return elementsOf(treeOf(html), /^p$/)
    .map(textIn)
    .filter((text) => text.includes(before.trim()))
    .flatMap((text) => {
      const [, date = '', month = '', year = ''] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
      const id = guidedId(slug, `${year}-${month}-${date}` as Day);
      if (text.startsWith(words.few)) return [inTensTold(id, null)];
      const told = patternOf(words.atLeast).exec(text)?.groups?.count;
      if (told) return [inTensTold(id, numberIn(told))];
      // a number in any other words is told plainly
      const plain = numberIn(/^\d[\d.,]*/.exec(text)?.[0]);
      return [{ id, least: plain, most: plain, keeps: SENSITIVE }];
    });
}

/** The women guided, as the address of that number says it: in its head, its first words, its citation and its data for machines. */
export function guidedCited(html: string, slug: string, by: Day, { cited }: PageWords): Cell[] {
  const id = guidedId(slug, by);
  // the name of the portal stands above it in letters as strong
  const [head] = elementsOf(treeOf(html), /^p$/).filter(
    ([, , [first]]) => typeof first === 'object' && first[0] === 'b',
  );
  const told = textIn(head?.[2][0] ?? '');
  const exact = /"@type":"PropertyValue"[^}]*"value":(\d+)/.exec(html)?.[1];
  const machine = exact === undefined ? [] : [{ id, least: Number(exact), most: Number(exact), keeps: SENSITIVE }];
  if (told.trim() === cited.few) return [inTensTold(id, null), ...machine];
  const tens = numberIn(new RegExp(cited.tens.replace('{count}', '(\\d[\\d.,]*)')).exec(told)?.[1]);
  if (tens) return [inTensTold(id, tens), ...machine];
  throw new Error(`${slug} by ${by}: nothing is told of women guided`);
}

/** What the words of a page, and the data it has for search engines, tell of the seats of one session. */
export function seatsOnPage(html: string, slug: string, keeps: number | null): Cell[] {
  const id = seatedId(slug);
  const found: Cell[] = [];
  for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
    const { maximumAttendeeCapacity: seats, remainingAttendeeCapacity: free } = JSON.parse(json);
    if (seats !== undefined && free !== undefined) found.push({ id, least: seats - free, most: seats - free, keeps });
    else if (seats !== undefined) found.push({ id, least: 0, most: seats, keeps });
  }
  return found;
}

/** The words about seats on the page of a session; other sessions on it have theirs. */
export const panelOf = (html: string): string =>
  elementsOf(treeOf(html), /^section$/)
    .filter(([, { id }]) => id === 'giu-cho')
    .map(textIn)
    .join(' ');

/** The same of words: in a list, on a page, in a calendar. */
export function seatsInWords(text: string, slug: string, { seats }: PageWords, keeps: number | null): Cell[] {
  const id = seatedId(slug);
  return [seats.free, seats.leftIn, seats.full, seats.of].flatMap((message): Cell[] => {
    const told = patternOf(message).exec(text)?.groups;
    if (!told) return [];
    const [all, free] = [numberIn(told.seats), told.free === undefined ? null : numberIn(told.free)];
    if (message === seats.full) return [{ id, least: all, most: all, keeps }];
    return [{ id, least: free === null ? 0 : all - free, most: free === null ? all : all - free, keeps }];
  });
}

/** Words for persons, after a number: whoever tells a count of persons says whom it counts. */
const PERSONS =
  /(?<![\w/:.,-])(\d+(?:[.,]\d+)*)\s+(?:chị(?:\s+em)?|phụ nữ|hội viên|người(?!\s+dạy)|bà con|học viên|women|woman|members?|people|persons?|learners?)(?![\w-])/giu;

/** What somebody reads or is read to: of a page and a drawing each part by itself, of a sheet and a calendar its lines. What is written by hand is left out. */
function partsOf(text: string): string[] {
  if (!/^<(!DOCTYPE html|svg)/.test(text)) return text.replace(/\r?\n[ \t]/g, '').split('\n');
  const byHand = /<article[\s\S]*?<\/article>/g;
  const body = treeOf(text.replace(byHand, ''));
  // what a card that is sent on says, what a picture shows and what a mark is called stand in attributes
  const marks = [...text.replace(byHand, '').matchAll(/\s(?:content|alt|aria-label)="([^"]*)"/g)];
  return [
    ...elementsOf(body, /^(p|li|t[dh]|d[dt]|caption|figcaption|text|title|h[1-6])$/).map(textIn),
    ...marks.map(([, words = '']) => words),
  ];
}

/** Counts of persons in words that nothing here judges; each is to be looked at by somebody. */
export function strangersOn(text: string, words: PageWords): string[] {
  const [judged = ''] = words.guided.split('{day}');
  return partsOf(text)
    .map((part) => part.replace(/\s+/g, ' '))
    .filter((part) => !part.includes(judged.trim()))
    .flatMap((part) => [...part.matchAll(PERSONS)].map(([said]) => said))
    .filter((said) => numberIn(/\d[\d.,]*/.exec(said)?.[0]) !== STEP);
}

/** Of pages of one kind so many, from all over the list: the same words tell them all, and those that could tell few are read one by one above. */
const OF_A_KIND = 8;

/** Addresses of each kind in each language, as many as are looked at. */
export function someOfEach(paths: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const path of paths) {
    const address = resolveAddress(path, new URLSearchParams());
    const kind = address ? `${address.locale} ${address.name}` : path;
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  return [...kinds.values()].flatMap((all) => {
    const step = Math.max(1, all.length / OF_A_KIND);
    return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  });
}
