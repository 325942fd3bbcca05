import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';
import { query } from './database.mjs';

const SCHEMA = join(ROOT, 'prisma', 'schema');
const FOLDER = join(ROOT, 'prisma', 'rules');

/** @param {string} concept */
const headOf = (
  concept,
) => `-- What the database holds of the tables in prisma/schema/${concept}.prisma, beyond what is said there.
-- Written by \`npm run rules\` from all migrations: to change a rule, write a migration.
`;

/**
 * The tables of each file of the schema: `Map` of concept to names.
 * @returns {Map<string, string[]>}
 */
export function tablesOfConcepts() {
  const files = readdirSync(SCHEMA).filter((file) => file !== 'schema.prisma');
  return new Map(
    files.map((file) => {
      const models = readFileSync(join(SCHEMA, file), 'utf8').matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm);
      const tables = [...models].map(([, name = '', body = '']) => /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name);
      return [file.replace('.prisma', ''), tables];
    }),
  );
}

/**
 * Checks, exclusions, triggers and indexes that the schema cannot say, as PostgreSQL says them: `{ table, rule }`.
 * @param {string} databaseUrl
 * @returns {Promise<{ table: string, rule: string }[]>}
 */
const rulesInDatabase = (databaseUrl) =>
  query(
    databaseUrl,
    `SELECT r.table, r.rule FROM (
       SELECT conrelid AS oid, 1 AS kind, conname AS name, conrelid::regclass::text AS table,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS rule
       FROM pg_constraint WHERE contype IN ('c', 'x') AND conrelid <> 0
       UNION ALL
       SELECT i.indrelid, 2, i.indexrelid::regclass::text, i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid) || ';'
       FROM pg_index i WHERE (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR i.indnatts > i.indnkeyatts OR i.indnullsnotdistinct)
         AND NOT EXISTS (SELECT FROM pg_constraint x WHERE x.conindid = i.indexrelid AND x.contype = 'x')
       UNION ALL
       SELECT t.tgrelid, 3, t.tgname, t.tgrelid::regclass::text, pg_get_triggerdef(t.oid) || ';'
       FROM pg_trigger t WHERE NOT t.tgisinternal) r
     JOIN pg_class c ON c.oid = r.oid AND c.relnamespace = 'public'::regnamespace
     ORDER BY r.table, r.kind, r.name COLLATE "C", r.rule COLLATE "C"`,
  );

/**
 * The text of every file of rules as a database has them: `Map` of concept to text.
 * @param {string} databaseUrl
 * @returns {Promise<Map<string, string>>}
 */
export async function rulesOf(databaseUrl) {
  /** @type {Map<string, string[]>} */
  const rules = new Map();
  for (const { table, rule } of await rulesInDatabase(databaseUrl))
    rules.set(table, [...(rules.get(table) ?? []), rule]);
  const textOf = (/** @type {string} */ table) => [`-- ${table}`, ...(rules.get(table) ?? [])].join('\n');
  return new Map(
    [...tablesOfConcepts()].map(([concept, tables]) => [
      concept,
      `${headOf(concept)}\n${tables
        .filter((table) => rules.has(table))
        .map(textOf)
        .join('\n\n')}\n`,
    ]),
  );
}

/** The files of rules as they stand in the project: `Map` of concept to text. */
export const rulesInProject = () =>
  new Map(readdirSync(FOLDER).map((file) => [file.replace('.sql', ''), readFileSync(join(FOLDER, file), 'utf8')]));

/**
 * Writes the files of rules as a database has them.
 * @param {string} databaseUrl
 */
export async function writeRules(databaseUrl) {
  const texts = await rulesOf(databaseUrl);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [concept, text] of texts) writeFileSync(join(FOLDER, `${concept}.sql`), text);
}
