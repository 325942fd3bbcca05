import { parseHTML } from 'linkedom';
import { saidBy } from '../reader/sending';
import type { Visitor } from '../stage/stage';

/** A form as a page gives it out, filled in: what a browser without scripts would send. */
export type SentForm = { address: string; fields: Record<string, string> };

/** All forms of these pages that change something, with every field filled in, as the visitor gets them. */
export async function formsOf({ http }: Visitor, addresses: string[]): Promise<SentForm[]> {
  const forms: SentForm[] = [];
  for (const address of addresses) {
    const response = await http.get(address);
    if (!response.ok()) continue;
    const { document } = parseHTML(await response.text());
    for (const form of Array.from(document.querySelectorAll('main form')))
      if (form.getAttribute('method')?.toUpperCase() === 'POST') forms.push({ address, fields: filledIn(form) });
  }
  return forms;
}

/** What each field would send, with words and choices where nothing stands yet. */
function filledIn(form: Element): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of Array.from(form.querySelectorAll('input, select, textarea'))) {
    const name = field.getAttribute('name');
    if (!name || (field.getAttribute('type') === 'radio' && fields[name])) continue;
    const options = Array.from(field.querySelectorAll('option'), (option) => option.getAttribute('value'));
    const words = field.hasAttribute('data-day') ? '2026-11-20' : 'Thử gửi lại một lần';
    fields[name] = saidBy(field) || options.find(Boolean) || words;
  }
  return fields;
}

/** Sends a form as this visitor, whoever it was given to. */
export const send = async ({ http }: Visitor, { address, fields }: SentForm): Promise<number> =>
  (await http.post(address, { multipart: fields })).status();
