import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainProblem, thrown } from '../ground/problem.mjs';
import { ROOT } from '../ground/settings.mjs';
import { query } from './database.mjs';

/**
 * @typedef {{ name: string, text: string, file: string }} Meant
 * @typedef {{ name: string, call: string, definition: string }} Known
 */

const FOLDER = join(ROOT, 'prisma', 'functions');
const BEGINS = /^CREATE OR REPLACE FUNCTION (?:app|derived)\.(\w+)/m;
/** PostgreSQL says so where a function cannot be replaced because it answers with other columns or names. */
const NOT_REPLACED = '42P13';
/** And so where it calls another one that does not exist. */
const NOT_THERE_YET = '42883';

/**
 * A file's blocks, each from the comment above a function to the blank line before the next one.
 * @param {string} text
 */
const blocksOf = (text) => text.split(/\n\n(?=(?:--.*\n)*CREATE OR REPLACE FUNCTION (?:app|derived)\.)/);

/** Every SQL function as it is meant to be today: `{ name, text, file }`. */
export const functionsInProject = () =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .flatMap((file) =>
      blocksOf(readFileSync(join(FOLDER, file), 'utf8').trimEnd()).map((text) => ({
        name: BEGINS.exec(text)?.[1] ?? '',
        text,
        file,
      })),
    );

/**
 * Every SQL function as a database has it; `call`: with what it is called with.
 * @param {string} databaseUrl
 * @returns {Promise<Known[]>}
 */
export const functionsInDatabase = (databaseUrl) =>
  query(
    databaseUrl,
    `SELECT p.proname AS name, p.oid::regprocedure::text AS call, pg_get_functiondef(p.oid) AS definition
     FROM pg_proc p WHERE p.pronamespace IN ('app'::regnamespace, 'derived'::regnamespace) ORDER BY 1, 2`,
  );

/**
 * Puts one function into the database; returns what a migration has to say for it.
 * @param {string} databaseUrl
 * @param {Meant} meant
 * @param {Known[]} known
 */
async function put(databaseUrl, { name, text }, known) {
  try {
    await query(databaseUrl, text);
    return text;
  } catch (error) {
    const [before, ...others] = known.filter((one) => one.name === name);
    if (thrown(error).code !== NOT_REPLACED || !before || others.length > 0) throw error;
    const dropped = `DROP FUNCTION ${before.call};\n${text}`;
    await query(databaseUrl, dropped);
    return dropped;
  }
}

/**
 * Puts all of them there, each after what it calls; returns what a migration says for each, in that order.
 * @param {string} databaseUrl
 * @param {Meant[]} meant
 * @param {Known[]} known
 */
async function putAll(databaseUrl, meant, known) {
  /** @type {Map<string, string>} */
  const said = new Map();
  let waiting = meant;
  while (waiting.length > 0) {
    const refused = [];
    let problem = '';
    for (const one of waiting) {
      try {
        said.set(one.name, await put(databaseUrl, one, known));
      } catch (error) {
        const { code, message } = thrown(error);
        problem = `${one.file}, ${one.name}: ${message}`;
        if (code !== NOT_THERE_YET) throw new PlainProblem(problem);
        refused.push(one);
      }
    }
    if (refused.length === waiting.length) throw new PlainProblem(problem);
    waiting = refused;
  }
  return said;
}

/**
 * The text of a migration that makes a database's functions those of `prisma/functions`: new or changed ones, each
 * after those it calls, and what drops those that are gone. The database has them afterwards.
 * @param {string} databaseUrl
 */
export async function differenceOfFunctions(databaseUrl) {
  const known = await functionsInDatabase(databaseUrl);
  const before = new Map(known.map(({ name, definition }) => [name, definition]));
  const said = await putAll(databaseUrl, functionsInProject(), known);
  const now = await functionsInDatabase(databaseUrl);
  const after = new Map(now.map(({ name, definition }) => [name, definition]));
  const changed = [...said].filter(([name]) => before.get(name) !== after.get(name)).map(([, text]) => text);
  const gone = now.filter(({ name }) => !said.has(name)).map(({ call }) => `DROP FUNCTION ${call};`);
  return [...changed, ...gone].join('\n\n');
}
