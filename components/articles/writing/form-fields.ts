/** The words of a form and its version: not what Next or a search for units sends along, and no choices. */
const TEXTS =
  'input:not([type=hidden], [type=checkbox], [type=radio], [type=file])[name], textarea[name], input[name=version]';

export const textsOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TEXTS),
];

/** What is written in a form, by the names of its fields. */
export const fieldsIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(textsOf(form).map(({ name, value }) => [name, value]));
