import type { z } from 'zod';

/**
 * Fields by name: "x[]" is read as a list, "x[a]" and "x[b]" as one record, "xFile" as a file, every other one as a
 * text.
 */
export type Fields = Record<string, string | string[] | Record<string, string> | File>;

/** "level[a]": the entry "a" of the record "level". */
const ENTRY = /^([a-z]+)\[([0-9a-z][0-9a-z._-]*)\]$/i;

/** More than the largest form of the signed-in area sends (a sheet of outcomes); the front refuses longer ones unread. */
const FIELDS_MAX = 5_000;

/** Nobody types so many: what was sent is read no further. */
export class TooManyFields extends Error {}

/**
 * The fields of a form, in one pass and within a bound, without Next's own ("$ACTION_…"). Of a field that stands
 * twice the last text counts, and the first file.
 */
export function fieldsOf(form: FormData, most = FIELDS_MAX): Fields {
  const fields: Fields = {};
  const ofAddress: string[] = [];
  let count = 0;
  for (const [key, value] of form) {
    if (++count > most) throw new TooManyFields(`a form of more than ${most} fields`);
    if (key === '$address' && typeof value === 'string') ofAddress.push(value);
    if (key.startsWith('$')) continue;
    if (typeof value === 'string') noteText(fields, key, value);
    else if (key.endsWith('File') && !(fields[key] instanceof File)) fields[key] = value;
  }
  // what a choice of place above the form calls by "$address" is for the address of the page alone
  for (const name of ofAddress) delete fields[name];
  return fields;
}

/** The fields of a form within a bound; null when there are more. */
export function fieldsWithin(form: FormData, most: number): Fields | null {
  try {
    return fieldsOf(form, most);
  } catch (error) {
    if (error instanceof TooManyFields) return null;
    throw error;
  }
}

/** What was typed into a field that holds a text; of a list, a record or a file nothing. */
export const textIn = (field: Fields[string] | undefined): string => (typeof field === 'string' ? field : '');

/** NUL is typed by nobody and kept by no database. */
function noteText(fields: Fields, key: string, text: string): void {
  const value = text.replaceAll('\0', '');
  const [, record, entry] = ENTRY.exec(key) ?? [];
  if (key.endsWith('[]')) listOf(fields, key.slice(0, -2)).push(value);
  else if (record && entry) entriesOf(fields, record)[entry] = value;
  else if (!(fields[key] instanceof File)) fields[key] = value;
}

function listOf(fields: Fields, name: string): string[] {
  const there = fields[name];
  if (Array.isArray(there)) return there;
  const list: string[] = [];
  fields[name] = list;
  return list;
}

function entriesOf(fields: Fields, name: string): Record<string, string> {
  const there = fields[name];
  if (typeof there === 'object' && !Array.isArray(there) && !(there instanceof File)) return there;
  const entries: Record<string, string> = {};
  fields[name] = entries;
  return entries;
}

/**
 * The texts to be shown again: never a file, which the browser keeps or asks for anew, nor the fields that a form
 * says of itself.
 */
export const valuesOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (value instanceof File || key.includes(':') || PASSWORD.test(key)) return [];
      if (Array.isArray(value)) return [[key, value.join('\n')]];
      if (typeof value === 'string') return [[key, value]];
      return Object.entries(value).map(([entry, text]) => [`${key}[${entry}]`, text]);
    }),
  );

/** What is typed into such a field goes back to no page. */
const PASSWORD = /password$/i;

const OF_CODE: Record<string, string> = { too_small: 'too-short', too_big: 'too-long', invalid_type: 'required' };

/** The field an issue is of: "name", of an entry of a record "from[line-0]", of a list its own name. */
const fieldAt = ([field = 'form', entry]: readonly PropertyKey[]) =>
  typeof entry === 'string' ? `${String(field)}[${entry}]` : String(field);

/** Message keys by field, each said once. Schemas name their own ("not-a-phone"); zod's sentences are never shown. */
export function errorsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const key = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : (OF_CODE[issue.code] ?? 'not-allowed-value');
    const field = fieldAt(issue.path);
    fields[field] = [...new Set([...(fields[field] ?? []), key])];
  }
  return fields;
}
