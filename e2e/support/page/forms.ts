import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { saidBy } from '../reader/sending';
import type { Visitor } from '../stage/stage';

/** A form as a page gives it out, filled in: what a browser without scripts would send. */
export type SentForm = { address: string; fields: Record<string, string> };

/** All forms of these pages that change something, with every field filled in, as the visitor gets them. */
export async function formsOf({ http }: Pick<Visitor, 'http'>, addresses: string[]): Promise<SentForm[]> {
  const forms: SentForm[] = [];
  for (const address of addresses) {
    const response = await http.get(address);
    if (response.ok()) forms.push(...formsIn(address, await response.text()));
  }
  return forms;
}

/** The same of a page that has been read. */
export function formsIn(address: string, page: string): SentForm[] {
  if (!page.includes('<form')) return [];
  return Array.from(parseHTML(page).document.querySelectorAll('main form'))
    .filter((form) => form.getAttribute('method')?.toUpperCase() === 'POST')
    .map((form) => ({ address, fields: filledIn(form) }));
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

/** A server action of the build: the id that its forms carry, the file and its name there, and the pages that it stands on. */
export type BuiltAction = { id: string; file: string; name: string; pages: string[] };

/** Every server action of the build under test. */
export function builtActions(): BuiltAction[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return Object.entries(manifest.node).map(([id, { workers, filename: file, exportedName: name }]) => ({
    id,
    file,
    name,
    pages: Object.keys(workers),
  }));
}

/** Which action a form does, as it stands on its page. */
export function actionOf({ fields }: SentForm, actions: readonly BuiltAction[]): BuiltAction | undefined {
  const plainly = Object.keys(fields).find((name) => name.startsWith('$ACTION_ID_'));
  const bound = Object.entries(fields).find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1];
  const id = plainly?.slice('$ACTION_ID_'.length) ?? (bound && (JSON.parse(bound) as { id: string }).id);
  return actions.find((each) => each.id === id);
}
