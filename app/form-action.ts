import 'server-only';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { FormAction } from '@/components/ui/form-state';
import type { Viewer } from '@/domain/access/viewer';
import type { Result } from '@/domain/result';
import { requireViewer } from '@/server/session';
import { changed, type Tag } from './cache-tags';

/** What follows a success: the public pages that are now out of date, and the page to go to or what to say where she is. */
export type After = { changed?: Tag[]; to?: string; said?: Record<string, string> };

/**
 * The one gate every mutation passes: who is asking, what she sent, what came of it.
 * Fields are strings; a field named "x[]" may stand several times and is read as a list, fields named "x[a]", "x[b]" are
 * read as one record; one named "xFile" is a file.
 */
export function formAction<Schema extends z.ZodObject, Value, Problem extends string>(
  schema: Schema,
  run: (viewer: Viewer, input: z.output<Schema>) => Promise<Result<Value, Problem>>,
  after: (value: Value, input: z.output<Schema>) => After = () => ({}),
): FormAction {
  const strict = schema.strict();
  return async (_state, form) => {
    const viewer = await requireViewer();
    const sent = fieldsOf(form);
    const parsed = strict.safeParse(sent);
    if (!parsed.success) return { status: 'invalid', fields: errorsOf(parsed.error), values: valuesOf(sent) };

    const input = parsed.data as z.output<Schema>;
    const result = await run(viewer, input);
    if (!result.ok) {
      const { problem, detail } = result;
      return { status: 'problem', problem, values: valuesOf(sent), ...(detail ? { detail } : {}) };
    }
    const next = after(result.value, input);
    changed(...(next.changed ?? []));
    if (next.to) redirect(next.to as never);
    return next.said ? { status: 'done', said: next.said } : { status: 'done' };
  };
}

type Fields = Record<string, string | string[] | Record<string, string> | File>;

/** "level[a]": the entry "a" of the record "level". */
const ENTRY = /^([a-z]+)\[([0-9a-z.-]+)\]$/i;

/** Next's own fields ("$ACTION_…") aside, and a file only where one is asked for. */
function fieldsOf(form: FormData): Fields {
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
const valuesOf = (fields: Fields): Record<string, string> =>
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
function errorsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const key = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : (OF_CODE[issue.code] ?? 'not-allowed-value');
    const field = String(issue.path[0] ?? 'form');
    fields[field] = [...(fields[field] ?? []), key];
  }
  return fields;
}
