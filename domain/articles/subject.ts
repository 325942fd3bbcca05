import type { ArticleCard } from './article';

/** A model or skill that a title names is what the piece is about. */
const named: readonly [RegExp, string][] = [
  [/vneid/i, 'vneid'],
  [/câu lạc bộ phụ nữ số|digital women.s club/i, 'digital_womens_club'],
  [/gia đình số|digital famil/i, 'digital_family'],
  [/1\+1/, 'one_plus_one_instructor'],
  [/chi hội số|digital sub-association/i, 'digital_sub_association'],
];

/**
 * Topics in the order of how much they say of a piece. Those that are not here follow in the order of the framework.
 */
const telling = [
  'vneid',
  'scams-and-safety',
  'cashless-payment',
  'business-online',
  'ocop',
  'ai-in-union-work',
  'ai-tools',
  'online-public-services',
  'verified-information',
  'guiding-others',
];

/** The subject of a piece in one word, for its picture: a kind of model, the code of a topic, or nothing. */
export function subjectOf({ title, topics }: Pick<ArticleCard, 'title' | 'topics'>): string | null {
  const spoken = named.find(([words]) => words.test(title.normalize('NFC')));
  if (spoken) return spoken[1];
  const codes = topics.map(({ code }) => code);
  return telling.find((code) => codes.includes(code)) ?? codes[0] ?? null;
}
