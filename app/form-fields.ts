import type { z } from 'zod';

type Fields = Record<string, string | string[] | Record<string, string> | File>;

/** "level[a]": the entry "a" of the record "level". */
const ENTRY = /^([a-z]+)\[([0-9a-z.-]+)\]$/i;

/** Next's own fields ("$ACTION_…") aside, and a file only where one is asked for. */
export function fieldsOf(form: FormData): Fields {
  const fields: Fields = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$')) continue;
    const file = form.get(key);
    const [, record, entry] = ENTRY.exec(key) ?? [];
    const values = form.getAll(key).filter((value) => typeof value === 'string');
    if (key.endsWith('File') && file instanceof File) fields[key] = file;
    else if (key.endsWith('[]')) fields[key.slice(0, -2)] = values;
    else if (record && entry) entriesOf(fields, record)[entry] = values.at(-1) ?? '';
    else if (!(file instanceof File)) fields[key] = values.at(-1) ?? '';
  }
  return fields;
}

function entriesOf(fields: Fields, name: string): Record<string, string> {
  const there = fields[name];
  if (typeof there === 'object' && !Array.isArray(there) && !(there instanceof File)) return there;
  const entries: Record<string, string> = {};
  fields[name] = entries;
  return entries;
}

/** What is given back to be shown again: never a file, which the browser keeps or asks for anew. */
export const valuesOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (value instanceof File) return [];
      if (Array.isArray(value)) return [[key, value.join('\n')]];
      if (typeof value === 'string') return [[key, value]];
      return Object.entries(value).map(([entry, text]) => [`${key}[${entry}]`, text]);
    }),
  );

const OF_CODE: Record<string, string> = { too_small: 'too-short', too_big: 'too-long', invalid_type: 'required' };

/** Message keys by field. Schemas name their own ("not-a-phone"); zod's sentences are never shown. */
export function errorsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const key = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : (OF_CODE[issue.code] ?? 'not-allowed-value');
    const field = String(issue.path[0] ?? 'form');
    fields[field] = [...(fields[field] ?? []), key];
  }
  return fields;
}
