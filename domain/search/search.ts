import { cleanLine, searchKey } from '@/domain/clean-text';

export const QUERY_MAX = 80;

/** What a reader asks for, as it is shown back to her. */
export const askedFor = (text: string | undefined) => cleanLine(text ?? '').slice(0, QUERY_MAX);

/** The words of a question, folded: no marks, no signs; at most eight, since nobody types more to find something. */
export const wordsOf = (question: string) =>
  searchKey(question)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 8);

/** All words, each as the beginning of a word, in the language of PostgreSQL's text search. */
export const textQueryOf = (question: string) =>
  wordsOf(question)
    .map((word) => `${word}:*`)
    .join(' & ');

/** A place as people write it, without its kind in front: "phường Long Hưng" asks for "Long Hưng". */
export const placeKeyOf = (question: string) =>
  wordsOf(question)
    .join(' ')
    .replace(/^(xa|phuong|thi tran|commune|ward) (?=\w)/, '');

export type FoundArticle = {
  kind: 'news' | 'story';
  slug: string;
  title: string;
  summary: string;
  publishedAt: string;
};
export type FoundCommune = { slug: string; name: string; kind: string; formerName: string | null };
export type Found = { articles: FoundArticle[]; communes: FoundCommune[] };
