const NAMES_OF_CLASSES =
  'It is 9.6 KB and the head of its answer. Only made-up names of classes would make it less, and nobody could read a page then (0074).';
const PAGES_WITH_THAT_SHEET = [
  'news',
  'an article',
  'a story',
  'models',
  'trainings',
  'coverage',
  'a commune',
  'search',
  'about',
  'sign-in',
];

/**
 * Why a figure is not reached, by subject and title: without a sentence here the command ends red. A reason goes as soon as
 * the figure is held.
 * @type {Record<string, Record<string, string>>}
 */
export const REASONS = {
  disturbed: {
    'while publishing: ÷ undisturbed':
      'A publication takes its editor 130 ms and ten pages that all show the changed title 400 ms more: a third of two cores (0071).',
  },
  paint: {
    ...Object.fromEntries(PAGES_WITH_THAT_SHEET.map((title) => [`${title}: styles`, NAMES_OF_CLASSES])),
    'coverage: HTML':
      'It is 12.5 KB and the head of its answer: whoever reads without scripts has a map, a list and a table of 95 places, each with its links.',
  },
};
