/** A sentence of an easy-read text that is longer than this is told to who writes it. */
export const EASY_WORDS = 15;

/** As long as an easy-read version may be: it stands in the page beside the whole text. */
export const EASY_MAX = 6_000;

const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Sentences of a text; a line ends one too. */
const sentencesIn = (text: string) =>
  text
    .replace(/([.!?…]["”»)]*)\s+/g, '$1\n')
    .split('\n')
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** Sentences with more than fifteen words, in their order. */
export const longSentencesIn = (text: string): string[] =>
  sentencesIn(text).filter((sentence) => wordsIn(sentence) > EASY_WORDS);

/** The paragraphs of an easy-read text: its lines that say something. */
export const easyParagraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
