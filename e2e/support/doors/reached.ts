import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { read } from '../../../test/factories/write';

/** Where the portal's own code lies. */
const LAYERS = ['app', 'components', 'domain', 'server', 'prisma', 'i18n'];
const ENDINGS = ['', '.ts', '.tsx'];
const NAMED = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

const GUARDED = /\b(app\.number|sheet_number|kept_phone|sensitive_field)\b/;

/**
 * Functions of the database that the portal's role may call and that touch what stands behind doors, themselves or by another one: doors, and
 * what writes there.
 */
export async function doorsOf(database: pg.Client): Promise<string[]> {
  const all = await read<{ name: string; text: string; isOwners: boolean }>(
    database,
    `SELECT p.proname AS name, p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), '') AS text, p.prosecdef AS "isOwners" FROM pg_proc p
     WHERE p.pronamespace = 'app'::regnamespace AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('portal_app', p.oid, 'EXECUTE')`,
  );
  const doors = new Set(all.filter(({ text, isOwners }) => isOwners && GUARDED.test(text)).map(({ name }) => name));
  for (let before = 0; before < doors.size; ) {
    before = doors.size;
    const calls = callOf(doors);
    for (const { name, text } of all) if (calls.test(text)) doors.add(name);
  }
  return [...doors].sort();
}

const callOf = (doors: Iterable<string>) => new RegExp(`\\bapp\\.(${[...doors].join('|')})\\b`);

const sourceFiles = (): string[] =>
  LAYERS.flatMap((layer) => readdirSync(layer, { recursive: true }).map((file) => join(layer, String(file)))).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );

/** The file that an import names; null for a package. */
function fileNamed(from: string, name: string): string | null {
  const place = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? join(dirname(from), name) : null;
  if (place === null) return null;
  return ENDINGS.map((ending) => place + ending).find((file) => existsSync(file) && statSync(file).isFile()) ?? null;
}

/**
 * Which of these files come, by whatever they import in however many steps, to code that calls a door. What does not can tell nothing
 * that stands behind one, whoever sends it and in whatever state a record is.
 */
export function reachingDoors(files: readonly string[], doors: readonly string[]): Set<string> {
  const calls = callOf(doors);
  const callers = new Set(sourceFiles().filter((file) => calls.test(readFileSync(file, 'utf8'))));
  const named = new Map<string, string[]>();
  const importsOf = (file: string) => {
    const known = named.get(file);
    if (known) return known;
    const names = [...readFileSync(file, 'utf8').matchAll(NAMED)].map(
      ([, one, two, three]) => one ?? two ?? three ?? '',
    );
    const found = names.flatMap((name) => fileNamed(file, name) ?? []);
    named.set(file, found);
    return found;
  };
  const reaches = (file: string) => {
    const seen = new Set([file]);
    for (const each of seen) {
      if (callers.has(each)) return true;
      for (const next of importsOf(each)) seen.add(next);
    }
    return false;
  };
  return new Set(files.filter(reaches));
}
