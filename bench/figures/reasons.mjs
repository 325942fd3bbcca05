const NAMES_OF_CLASSES =
  'It is 11.3 KB and 0.45 KB for the head of its answer. Forms and tickets apart would bring 1.3 KB; only made-up names of classes would make it less, and nobody could read a page then (0074, 0150).';
const PAGES_WITH_THAT_SHEET = [
  'home',
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
  'an article with a picture',
];

const MOVING = ['home', 'an article', 'a story', 'coverage', 'a commune', 'an article with a picture'];
const LETTERS =
  'A line moves by what the letters that stand in until the fonts arrive are wider: 0.02 at most with the letters of LibreOffice, which this machine has, 0.0004 with those of DejaVu alone.';

const COUNTED =
  'What is read anew counts a million women, each once, or ten thousand of a commune. Kept counts would have to be exact over every merger and move.';

/**
 * @param {readonly string[]} titles
 * @param {string} figure
 * @param {string} reason
 */
const eachOf = (titles, figure, reason) => Object.fromEntries(titles.map((title) => [`${title}${figure}`, reason]));

/**
 * Why a figure is not reached, by subject and title: without a sentence here the command ends red. A reason goes as soon as
 * the figure is held.
 * @type {Record<string, Record<string, string>>}
 */
export const REASONS = {
  disturbed: {
    'while publishing: ÷ undisturbed':
      'It was 0.81 in a fast hour (0349), and is less in a slow one: six requests of who writes and who approves and fourteen pages that all show the changed title take 0.66 s of the processor time of two cores.',
  },
  cold: {
    'every page once, drawn anew':
      'There are 154 of them, at 36 to 44 ms each: the goal was set when there were 119, which take 4.3 to 5.2 s.',
  },
  paint: {
    ...eachOf(PAGES_WITH_THAT_SHEET, ': styles', NAMES_OF_CLASSES),
    ...eachOf(MOVING, ': moved', LETTERS),
    'coverage: HTML':
      'It is 15.0 KB and the head of its answer: whoever reads without scripts has a map, a list and a table of 95 places, each with its links.',
  },
  'signed-in': {
    'commune, 1,000,000 members, c=1: p95 of the slowest page': COUNTED,
  },
  snapshot: {
    'readers at full rate meanwhile: ÷ undisturbed':
      'Readers at full rate take all of two cores, and freezing takes one of them: 0.60 to 0.89 × in three runs. At a thousand pages a second they notice nothing.',
  },
  register: {
    'a register of 30: ÷ the bare insert':
      'Beside the rows the session, woman, phone and account of each are looked up, and the register is kept, locked for two phones at once.',
    'a register of 30: more than the bare insert': 'The same work: 1.2 ms more on 27 November, 2.1 on 1 December.',
  },
};
