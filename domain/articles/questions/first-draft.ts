import type { ArticleNode } from '../document';
import { WHAT_CHANGED_MAX } from '../what-changed/what-changed';
import type { Answers } from './answers';

const TITLE_MAX = 160;
const SUMMARY_MAX = 400;
const CHANGED_SENTENCES = 3;
/** Letters; what is shorter and ends in a point is an abbreviation or a number. */
const SENTENCE_MIN = 12;

/** Headings of the story, in Vietnamese like the answers: the language in which it is told. */
const HEADINGS = {
  before: 'Trước đây',
  learned: 'Học và được chỉ dẫn',
  changed: 'Điều đã khác',
  says: 'Lời nhắn gửi',
} as const;

type FirstDraft = { title: string; summary: string; whatChanged: string; body: ArticleNode };

/**
 * A story in her own words: all answers stand in the text, in their order, and nothing is added but headings. Title, summary and what
 * changed are suggestions out of them. What looks like Markdown is words.
 */
export function firstDraftOf(answers: Answers): FirstDraft {
  return {
    title: beginningOf(answers.who, TITLE_MAX, 1),
    summary: beginningOf(answers.changed, SUMMARY_MAX, 2),
    whatChanged: beginningOf(answers.changed, WHAT_CHANGED_MAX, CHANGED_SENTENCES),
    body: {
      type: 'doc',
      content: [
        ...paragraphsOf(answers.who),
        ...(['before', 'learned', 'changed'] as const).flatMap((name) => [
          heading(HEADINGS[name]),
          ...paragraphsOf(answers[name]),
        ]),
        heading(HEADINGS.says),
        { type: 'blockquote', content: paragraphsOf(answers.says) },
      ],
    },
  };
}

const text = (words: string): ArticleNode => ({ type: 'text', text: words });
const heading = (words: string): ArticleNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] });

const linesOf = (answer: string) =>
  answer
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A line that she typed is a paragraph. */
const paragraphsOf = (answer: string): ArticleNode[] =>
  linesOf(answer).map((line) => ({ type: 'paragraph', content: [text(line)] }));

/** So many whole sentences of the first line as there is room for; of one that is longer, its first words. */
function beginningOf(answer: string, most: number, sentences: number): string {
  const [first = ''] = linesOf(answer);
  const all = first.match(/[^.!?…]+(?:[.!?…]+(?=\s|$)|[.!?…](?=\S)|$)/g) ?? [first];
  const kept = all.slice(0, sentences);
  // "TP.", "1." and "Chị Lê T." end no sentence
  while (kept.length < all.length && kept.join('').trim().length < SENTENCE_MIN) kept.push(all[kept.length] ?? '');
  while (kept.length > 1 && kept.join('').trim().length > most) kept.pop();
  const whole = kept.join('').trim() || first;
  if (whole.length <= most) return sentences === 1 && whole.length > 1 ? whole.replace(/\.$/, '') : whole;
  const cut = whole.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}
