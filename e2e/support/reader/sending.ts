/** Fields and forms as a browser without scripts fills them in and sends them. What was typed is kept in the page's own attributes. */

/** The form of a field or button, around it or named by it. */
export function formOf(field: Element): Element | null {
  const named = field.getAttribute('form');
  return named ? field.ownerDocument.getElementById(named) : field.closest('form');
}

export type Sheet = { name: string; mimeType: string; buffer: Buffer };

const files = new WeakMap<Element, File>();

/** Puts a file into its field. */
export function attach(field: Element, { name, mimeType, buffer }: Sheet): void {
  files.set(field, new File([new Uint8Array(buffer)], name, { type: mimeType }));
}

/** An attribute, however its name is written: React writes `encType`, and the reader's pages keep it so. */
export const saidOf = (element: Element, name: string): string | null =>
  Array.from(element.attributes).find((each) => each.name.toLowerCase() === name)?.value ?? null;

const isRadio = (field: Element) => field.getAttribute('type') === 'radio';

/** Ticks a box, or takes the tick away; of radios one alone is ticked. */
export function tick(box: Element, on: boolean): void {
  if (!/^(checkbox|radio)$/.test(box.getAttribute('type') ?? '')) throw new Error(`${box.outerHTML} is no box to tick`);
  const form = formOf(box);
  if (on && isRadio(box))
    for (const other of Array.from(box.ownerDocument.querySelectorAll('input[type=radio]')))
      if (other.getAttribute('name') === box.getAttribute('name') && formOf(other) === form)
        other.removeAttribute('checked');
  box.toggleAttribute('checked', on);
}

/** Types words into a field, instead of what stood there. */
export function type(field: Element, words: string): void {
  if (field.hasAttribute('disabled') || saidOf(field, 'readonly') !== null)
    throw new Error(`${field.outerHTML} takes no words`);
  if (field.tagName === 'TEXTAREA') field.textContent = words;
  else if (field.tagName === 'INPUT') field.setAttribute('value', words);
  else throw new Error(`${field.outerHTML} takes no words`);
}

export type Choice = string | { label: string } | { value: string } | { index: number };

/** Chooses from a list. */
export function chooseFrom(list: Element, choice: Choice): void {
  const options = Array.from(list.querySelectorAll('option'));
  const words = (option: Element) => (option.textContent ?? '').replace(/\s+/g, ' ').trim();
  const chosen = options.find((option, at) => {
    if (typeof choice === 'string') return option.getAttribute('value') === choice || words(option) === choice;
    if ('index' in choice) return at === choice.index;
    return 'label' in choice ? words(option) === choice.label : option.getAttribute('value') === choice.value;
  });
  if (!chosen) throw new Error(`no option ${JSON.stringify(choice)} among ${options.map(words).join(' | ')}`);
  for (const option of options) option.toggleAttribute('selected', option === chosen);
}

/** What a field says at this moment. */
export function saidBy(field: Element): string {
  if (field.tagName === 'TEXTAREA') return (field.textContent ?? '').replace(/^\n/, '');
  if (field.tagName !== 'SELECT') return field.getAttribute('value') ?? (isBox(field) ? 'on' : '');
  const options = Array.from(field.querySelectorAll('option'));
  const chosen = options.findLast((option) => option.hasAttribute('selected')) ?? options[0];
  return chosen?.getAttribute('value') ?? chosen?.textContent ?? '';
}
const isBox = (field: Element) => /^(checkbox|radio)$/.test(field.getAttribute('type') ?? '');

const isSent = (field: Element) =>
  field.hasAttribute('name') &&
  !field.hasAttribute('disabled') &&
  !field.closest('fieldset[disabled]') &&
  !/^(submit|button|reset|image)$/.test(field.getAttribute('type') ?? '') &&
  (!isBox(field) || field.hasAttribute('checked'));

/** What pressing this button sends: each field of its form, in their order, and the button's own word. */
export function sentBy(button: Element): FormData {
  const form = formOf(button);
  const data = new FormData();
  for (const field of Array.from(button.ownerDocument.querySelectorAll('input, select, textarea'))) {
    if (formOf(field) !== form || !isSent(field)) continue;
    const name = field.getAttribute('name') ?? '';
    if (field.getAttribute('type') === 'file') data.append(name, files.get(field) ?? new File([], ''));
    else data.append(name, saidBy(field).replace(/\r?\n/g, '\r\n'));
  }
  const name = button.getAttribute('name');
  if (name) data.append(name, button.getAttribute('value') ?? '');
  return data;
}
