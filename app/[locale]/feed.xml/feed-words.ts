/**
 * Words as an item of a feed says them. Readers take a description for HTML, a title for words. The section of words in which both stand
 * ends at its sign, of which the library masks the first alone.
 */
export const feedDescription = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const feedTitle = (words: string): string => words.replaceAll(']]>', ']] >');
