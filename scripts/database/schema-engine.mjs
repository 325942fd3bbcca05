#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would download from a host of its own: npm has the same
// one as WebAssembly. PRISMA_SCHEMA_ENGINE_BINARY names this file; Prisma speaks JSON-RPC to it, a line a message.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import pg from 'pg';

/**
 * @typedef {pg.ClientConfig & { database: string }} Parts
 * @typedef {{ code?: string, meta?: unknown, message: string, stack?: string }} Thrown
 */

const words = process.argv.slice(2);

/**
 * The word after an option, or undefined.
 * @param {string} name
 */
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);

/**
 * The words after an option up to the next one.
 * @param {string} name
 */
function listOption(name) {
  if (!words.includes(name)) return [];
  const rest = words.slice(words.indexOf(name) + 1);
  const end = rest.findIndex((word) => word.startsWith('--'));
  return end < 0 ? rest : rest.slice(0, end);
}

const address = JSON.parse(option('--datasource') ?? '{}').url;

/**
 * An address as pg's own parts. Never hand a connectionString on: pg lets the address override `database`, so what is meant
 * for the shadow database would run in the real one. `?schema=` is Prisma's word and becomes the search path.
 * @param {string} url
 */
function connectionParts(url) {
  const { host, port, user, password, database = '', ssl } = new pg.Client({ connectionString: url });
  const schema = new URL(url).searchParams.get('schema');
  const options = schema ? { options: `-c search_path=${schema}` } : {};
  return /** @type {Parts} */ ({ host, port, user, password, database, ssl, ...options });
}

/**
 * Runs one statement on a connection of its own.
 * @param {Parts} parts
 * @param {string} [sql]
 */
async function runOnce(parts, sql) {
  const client = new pg.Client(parts);
  await client.connect();
  try {
    if (sql) await client.query(sql);
  } finally {
    await client.end();
  }
}

// ── The three commands that are not JSON-RPC ────────────────────────────────────────────────────────────────────────────

// PostgreSQL's codes in Prisma's: no such database, wrong password, cannot be reached (anything else).
/** @type {Record<string, string>} */
const PRISMA_CODES = { '3D000': 'P1003', '28P01': 'P1000' };

/** @param {string} command */
async function runCommand(command) {
  const parts = connectionParts(address);
  const maintenance = { ...parts, database: 'postgres' };
  const name = pg.escapeIdentifier(parts.database);
  try {
    if (command === 'can-connect-to-database') await runOnce(parts);
    if (command === 'create-database') await runOnce(maintenance, `CREATE DATABASE ${name}`);
    if (command === 'drop-database') await runOnce(maintenance, `DROP DATABASE ${name}`);
  } catch (error) {
    const { message, code } = /** @type {Thrown} */ (error);
    const fields = { message, error_code: PRISMA_CODES[code ?? ''] ?? 'P1001', is_panic: false };
    // The CLI reads the last line of stderr that is JSON.
    process.stderr.write(
      `schema engine\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`,
    );
    process.exitCode = 1;
  }
}

// ── The engine's eyes and hands: adapter-pg, with three of its habits corrected ──────────────────────────────────────────

const INTERNAL_CHAR = 18; // the type "char" of PostgreSQL's catalogue, which adapter-pg refuses to read
const TEXT = 25;
const ADAPTER_TEXT = 7; // the numbers of adapter-pg's column types
const ADAPTER_CHARACTER = 6;
const internalChars = new Set();

/** Reads "char" as text and remembers the columns, because the engine wants them called characters again. */
function readInternalCharAsText() {
  /** @type {{ addFields(fields: { dataTypeID: number, name: string }[]): unknown }} */
  const result = /** @type {any} */ (pg.Result.prototype);
  const { addFields } = result;
  result.addFields = function (fields) {
    for (const field of fields) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue;
      field.dataTypeID = TEXT;
      internalChars.add(field.name);
    }
    return addFields.call(this, fields);
  };
}

/** @param {{ columnNames: string[], columnTypes: number[] }} result */
function callCharactersByName(result) {
  result.columnNames.forEach((name, index) => {
    if (internalChars.has(name) && result.columnTypes[index] === ADAPTER_TEXT)
      result.columnTypes[index] = ADAPTER_CHARACTER;
  });
  return result;
}

/**
 * An adapter factory for this database, as the engine wants it.
 * @param {Parts} parts
 */
async function openAdapter(parts) {
  const { PrismaPg } = await import('@prisma/adapter-pg');

  class Adapter extends PrismaPg {
    /** @override */
    async connect() {
      // what it is made of is nobody's business but ours
      const connection = /** @type {any} */ (await super.connect());
      const queryRaw = connection.queryRaw.bind(connection);
      connection.queryRaw = async (/** @type {unknown} */ query) => callCharactersByName(await queryRaw(query));
      // adapter-pg cuts a script at every ";", which breaks the bodies of functions. PostgreSQL takes it whole.
      connection.executeScript = (/** @type {string} */ sql) =>
        connection.client.query(sql).then(
          () => undefined,
          (/** @type {unknown} */ error) => connection.onError(error),
        );
      return connection;
    }

    // adapter-pg drops the shadow database while its own pool is still connected to it, which PostgreSQL refuses.
    /** @override */
    async connectToShadowDb() {
      const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      await runOnce(parts, `CREATE DATABASE "${database}"`);
      const shadow = await new Adapter({ ...parts, database }).connect();
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await runOnce(parts, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      };
      return shadow;
    }
  }
  return new Adapter(parts);
}

// ── JSON-RPC ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The last sentence of a panic, which the engine leaves here. */
const panics = {
  /** @type {string | undefined} */
  message: undefined,
  /** @param {string} message */
  set_message(message) {
    this.message = message;
  },
};
const world = /** @type {{ PRISMA_WASM_PANIC_REGISTRY?: typeof panics }} */ (globalThis);

/** Loads the WebAssembly by hand: the package's own door needs a bundler or a flag of Node. */
async function loadEngine() {
  const door = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = await import(door);
  const binary = readFileSync(
    createRequire(import.meta.url)
      .resolve(door)
      .replace(/\.js$/, '.wasm'),
  );
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': bindings });
  const exports = /** @type {Record<string, any>} */ (instance.exports);
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  // A panic inside leaves its sentence here; without it the CLI could only say "unreachable".
  world.PRISMA_WASM_PANIC_REGISTRY = panics;
  return bindings.SchemaEngine;
}

async function openEngine() {
  readInternalCharAsText();
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const SchemaEngine = await loadEngine();
  const datamodels = listOption('--datamodels').map((path) => [path, readFileSync(path, 'utf8')]);
  const adapter = bindMigrationAwareSqlAdapterFactory(await openAdapter(connectionParts(address)));
  return SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, adapter);
}

let printed = 1_000_000; // numbers of our own questions, far from those of the CLI

/** @param {object} message */
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/**
 * @param {any} engine
 * @param {{ id: number, method: string, params: unknown }} message
 */
async function answer(engine, { id, method, params }) {
  try {
    const answered = (await engine[method](params)) ?? null;
    const result = answered instanceof Map ? Object.fromEntries(answered) : answered;
    if (result?.stdout) send({ id: printed++, method: 'print', params: { content: result.stdout } });
    send({ id, result });
  } catch (error) {
    const { message, code, meta = null } = /** @type {Thrown} */ (error);
    const data = { is_panic: false, message: panics.message ?? message, error_code: code, meta };
    panics.message = undefined;
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

async function serve() {
  const engine = await openEngine();
  for await (const line of createInterface({ input: process.stdin })) {
    const message = line.trim() ? JSON.parse(line) : {};
    if (message.method) await answer(engine, message); // without a method it only answers a "print" of ours
  }
  process.exit(0); // open pools would keep the process
}

process.on('uncaughtException', (error) => {
  process.stderr.write(`schema engine: ${error.stack}\n`);
  process.exit(101); // the code by which the CLI knows a crash
});

const command = option('cli');
await (command ? runCommand(command) : serve());
