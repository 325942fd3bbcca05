import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../database/database.mjs';
import { replace } from '../ground/settings.mjs';

const LINE = /^(\S+Z) ([0-9a-f-]{36})$/;

/** @param {string} file */
const linesOf = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => LINE.test(line))
    : [];

/**
 * Who was erased, in the data folder and in the folder of backups: ids and instants, nothing else, outlive every backup of the database.
 * @param {string} dataDir
 * @param {string} backups
 */
const filesOf = (dataDir, backups) => [join(dataDir, 'erasures'), join(backups, 'erasures')];

/**
 * Brings both files in line with what the database knows and with each other; nothing is ever taken out of them.
 * @param {string} databaseUrl
 * @param {{ dataDir: string, backups: string }} folders
 */
export async function noteErasures(databaseUrl, { dataDir, backups }) {
  const [{ present }] = await query(databaseUrl, `SELECT to_regclass('erasure') IS NOT NULL AS present`);
  const rows = present
    ? await query(databaseUrl, 'SELECT person_id::text AS id, done_at AS at FROM erasure ORDER BY done_at')
    : [];
  const found = rows.map((/** @type {{ id: string, at: Date }} */ { id, at }) => `${at.toISOString()} ${id}`);
  const files = filesOf(dataDir, backups);
  const all = [...new Set([...files.flatMap(linesOf), ...found])].sort();
  for (const file of files) {
    const there = new Set(linesOf(file));
    const missing = all.filter((line) => !there.has(line));
    if (missing.length === 0) continue;
    if (existsSync(file)) appendFileSync(file, missing.map((line) => `${line}\n`).join(''));
    else replace(file, missing.join('\n'));
  }
}

/**
 * The ids of all who were ever erased, as both files have it.
 * @param {string} dataDir
 * @param {string} backups
 */
export const erasedPersons = (dataDir, backups) => [
  ...new Set(
    filesOf(dataDir, backups)
      .flatMap(linesOf)
      .map((line) => line.split(' ')[1] ?? ''),
  ),
];
