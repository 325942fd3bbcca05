/**
 * Why a figure is not reached, by subject and title: without a sentence here the command ends red. A reason goes as soon as
 * the figure is held.
 * @type {Record<string, Record<string, string>>}
 */
export const REASONS = {};
