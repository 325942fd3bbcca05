import { type Field, fields, neededFields } from './fields';
import type { Mark } from './marks';
import type { Mistake } from './template';

const MARKS_MAX = 2_000;
const MISTAKES_MAX = 40;
const WORDS_MAX = 60;

/** The list in which a mark stands; `fields` are those that may be named in it. */
type Scope = { name: string; fields: readonly Field[] };

/** A part of the letter in which fields are filled, or a note, in which they are not. */
export type MarkedPart = { marks: readonly Mark[]; isNote: boolean };

/** All that is wrong with the fields of a template; nothing is, where the list is empty. */
export function mistakesOf(parts: readonly MarkedPart[]): Mistake[] {
  if (parts.reduce((sum, { marks }) => sum + marks.length, 0) > MARKS_MAX) return [{ kind: 'too-long', field: '' }];
  const named = new Set<string>();
  const found = parts.flatMap(({ marks, isNote }) =>
    isNote ? marks.map(({ text }): Mistake => ({ kind: 'in-a-note', field: text })) : walk(marks, named),
  );
  const missing = neededFields
    .filter((name) => !named.has(name))
    .map((name): Mistake => ({ kind: 'missing', field: name }));
  const all = [...found, ...missing].map((each) => ({ ...each, field: each.field.slice(0, WORDS_MAX) }));
  const once = new Map(all.map((each) => [`${each.kind} ${each.field}`, each]));
  return [...once.values()].slice(0, MISTAKES_MAX);
}

/** Goes through the marks with the lists that are open; `named` takes those that stand in none. */
function walk(marks: readonly Mark[], named: Set<string>): Mistake[] {
  const scopes: Scope[] = [{ name: '', fields }];
  const found: Mistake[] = [];
  for (const { text, whole } of marks) {
    const scope = scopes.at(-1) ?? { name: '', fields };
    const [, sign = '', name = ''] = /^([#^/]?)\s*(.*)$/.exec(text) ?? [];
    if (!whole) found.push({ kind: text[0] === '{' ? 'unclosed-brace' : 'unopened-brace', field: text.slice(1) });
    else if (sign === '/') found.push(...closed(scopes, name));
    else if (!/^[a-z_]+$/.test(name) && /^[^\p{L}\d]/u.test(name)) found.push({ kind: 'not-allowed', field: name });
    else {
      const field = scope.fields.find((each) => each.name === name);
      const wrong = wrongWith(field, name, sign !== '');
      if (wrong) found.push(wrong);
      if (sign) scopes.push({ name, fields: (sign === '#' && field?.list) || scope.fields });
      if (!sign && scopes.length === 1) named.add(name);
    }
  }
  return [...found, ...scopes.slice(1).map(({ name }): Mistake => ({ kind: 'unclosed-list', field: name }))];
}

function wrongWith(field: Field | undefined, name: string, asList: boolean): Mistake | undefined {
  if (!field) return unknown(name);
  if (asList && !field.list) return { kind: 'not-a-list', field: name };
  if (!asList && field.list) return { kind: 'is-a-list', field: name };
  return undefined;
}

/** `{/}` closes the list that was opened last. */
function closed(scopes: Scope[], name: string): Mistake[] {
  const at = name === '' ? scopes.length - 1 : scopes.findLastIndex((scope) => scope.name === name);
  if (at < 1) return [{ kind: 'unopened-list', field: name }];
  return scopes
    .splice(at)
    .slice(1)
    .map((scope): Mistake => ({ kind: 'unclosed-list', field: scope.name }));
}

/** Every field with the list in which it stands. */
const everywhere = (among: readonly Field[], inside: string): { name: string; inside: string }[] =>
  among.flatMap(({ name, list }) => [{ name, inside }, ...(list ? everywhere(list, name) : [])]);
const known = everywhere(fields, '');

function unknown(name: string): Mistake {
  const elsewhere = known.find((each) => each.name === name);
  if (elsewhere) return { kind: 'elsewhere', field: name, inside: elsewhere.inside };
  const [nearest] = known
    .map((each) => ({ ...each, steps: stepsBetween(name.toLowerCase(), each.name) }))
    .sort((one, other) => one.steps - other.steps);
  if (!nearest || nearest.steps > Math.max(2, nearest.name.length / 2)) return { kind: 'unknown', field: name };
  return { kind: 'unknown', field: name, meant: nearest.name };
}

/** How many letters have to be typed, taken out or put for others. */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...one.slice(0, WORDS_MAX)].entries()) {
    const next = [down + 1];
    for (const [at, beside] of [...other].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === beside ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? 0;
}
