import { cleanLine, searchKey } from '@/domain/texts/clean-text';

export const QUERY_MAX = 80;

/** A reader's question as it is shown back to her. */
export const askedFor = (text: string | undefined) => cleanLine(text ?? '').slice(0, QUERY_MAX);

/** The words of a question, folded: no marks, no signs; at most eight, since nobody types more to find something. */
export const wordsOf = (question: string, most = 8) =>
  searchKey(question)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, most);

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

/** The same with its marks, for a name that differs from another in these alone. */
export const placeNameOf = (question: string) =>
  cleanLine(question).replace(/^(xã|phường|thị trấn|commune|ward)\s+(?=\S)/i, '');

export type FoundArticle = {
  kind: 'news' | 'story';
  slug: string;
  title: string;
  summary: string;
  publishedAt: string;
};
/**
 * A place that lies in a commune of today, wholly or in part. Its kind and district are known of those before July
 * 2025.
 */
export type FormerPlace = {
  name: string;
  kind: 'commune' | 'ward' | 'town' | null;
  district: string | null;
  part: boolean;
};
export type FoundCommune = {
  slug: string;
  code: string | null;
  name: string;
  kind: string;
  former: FormerPlace | null;
  /** bears, or bore, just the name that was asked for, as nearly as anything here does */
  namesake: boolean;
};
export type Found = { articles: FoundArticle[]; communes: FoundCommune[] };
