/** Tells a form of the fields that are to be put into it, so that it has a line for each. */
export const LINES_COME = 'lines-come';

/**
 * The words of a form and the version that they were written from, and drawings of steps: not what Next or a search for units sends along, no other choices, and
 * not which text somebody has read.
 */
const TEXTS =
  'input:not([type=hidden], [type=checkbox], [type=radio], [type=file])[name], textarea[name], input[name=version]:not([data-read]), select[name^="screen["], select[name^="beside["]';

export const textsOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(TEXTS),
];

/** What is written in a form, by the names of its fields. */
export const fieldsIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(textsOf(form).map(({ name, value }) => [name, value]));

/** On a slow machine somebody types before anything watches the form. */
export const isTyped = (form: HTMLFormElement) =>
  textsOf(form).some(
    (field) => 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue,
  );
