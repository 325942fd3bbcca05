/**
 * What a figure is to be. `bare`: it says something and has no goal.
 * @typedef {{ atMost: number } | { atLeast: number } | undefined} Goal
 * @typedef {'held' | 'missed' | 'missed, and it is said why' | 'no goal' | 'not measured'} Verdict
 */

/**
 * One line of a sheet. `value` is undefined where it was not measured, and `words` says why then.
 * @typedef {{ title: string, value?: number | undefined, unit: string, goal?: Goal, machine: string, verdict: Verdict, words?: string | undefined }} Figure
 */

/**
 * Whether a figure is what it is to be; `reason` is what is said of one that is not.
 * @param {number} value
 * @param {Goal} goal
 * @param {string | undefined} reason
 * @returns {Verdict}
 */
export function verdictOf(value, goal, reason) {
  if (!goal) return 'no goal';
  // a figure that is no number has not been reached
  const held = 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
  if (held) return 'held';
  return reason ? 'missed, and it is said why' : 'missed';
}

/** @param {number} value */
export function digits(value) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const places = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** @param {Goal} goal */
export const goalInWords = (goal) =>
  goal === undefined ? '' : 'atMost' in goal ? `≤ ${digits(goal.atMost)}` : `≥ ${digits(goal.atLeast)}`;

/**
 * A sheet as a table in Markdown.
 * @param {string} subject
 * @param {Figure[]} figures
 */
export function tableOf(subject, figures) {
  const rows = figures.map(({ title, value, unit, goal, verdict, machine, words }) => {
    const figure = value === undefined ? '' : `${digits(value)} ${unit}`.trim();
    const said = words ? `${verdict}: ${words}` : verdict;
    return `| ${[title, goalInWords(goal), figure, said, machine].join(' | ')} |`;
  });
  return [
    `### ${subject}`,
    '',
    '| figure | goal | measured | verdict | machine |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
