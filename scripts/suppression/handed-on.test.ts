import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { FAR_SENTENCES, MOVED_SENTENCES } from '@/components/reports/summary/half-sentences';
import en from '@/i18n/messages/en/reports.json';
import vi from '@/i18n/messages/vi/reports.json';
import { pageWordsOf, strangersOn } from './pages';

const words = { vi: pageWordsOf('vi'), en: pageWordsOf('en') };
const messages = { vi, en };
type Language = keyof typeof messages;
const languages: Language[] = ['vi', 'en'];

type Piece = ReturnType<InstanceType<typeof IntlMessageFormat>['getAst']>[number] & {
  value?: string;
  options?: Record<string, { value: Piece[] }>;
  children?: Piece[];
};
/** As the reader of messages numbers a piece that is only words. */
const WORDS = 0;

/** All that a message can say, whatever is chosen in it, with seven wherever a number stands. */
const told = (message: string) => saidBy(new IntlMessageFormat(message, 'vi').getAst() as Piece[]);
const saidBy = (pieces: Piece[]): string =>
  pieces
    .map(({ type, value, options, children }) => {
      if (type === WORDS) return value;
      if (children) return saidBy(children);
      return options
        ? Object.values(options)
            .map((one) => saidBy(one.value))
            .join(' ')
        : '7';
    })
    .join('');
const textsIn = (tree: object): string[] =>
  Object.values(tree).flatMap((each) => (typeof each === 'string' ? [told(each)] : textsIn(each)));
const found = (language: Language, texts: string[]) => texts.flatMap((text) => strangersOn(text, words[language]));

describe('what is printed and handed on', () => {
  test.each(languages)('half a page counts no person in any of its words: %s', (language) => {
    const { summary, sentences } = messages[language];
    const taken = [...FAR_SENTENCES, ...MOVED_SENTENCES].filter((say) => say !== 'trainings');
    expect(taken.length).toBeGreaterThan(3);
    const ofReport = taken.map((say) => told((sentences as Record<string, unknown>)[say] as string));
    expect(found(language, [...textsIn(summary), ...ofReport])).toEqual([]);
  });

  test.each(languages)(
    'what a report says of trainings counts persons, and so stands on no half page: %s',
    (language) => {
      expect(found(language, [told(messages[language].sentences.trainings)])).not.toEqual([]);
    },
  );
});
