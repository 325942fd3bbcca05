import { memoryOfMachine, shareOf } from '../ground/machine.mjs';

const ALWAYS = [
  // Only this machine may ask, and only by the password: no socket file that another user could find.
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=200',
  // Its log names what failed, never what somebody typed: neither the values of a refused row nor the statement.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  // The tables lie in memory or on a disk without a head to move: a page by its index costs what one in a row does.
  'random_page_cost=1.1',
];

/** For tests only: what was written may be lost with the power, and there are many small databases. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * What grows with the memory there is. A test's cluster keeps to the least: several stand side by side on a small machine.
 * @param {boolean} durable
 * @param {number} memory
 */
const byMemory = (durable, memory) => {
  const share = (/** @type {number} */ share, /** @type {number} */ least, /** @type {number} */ most) =>
    `${shareOf(durable ? memory : 0, { share, least, most })}MB`;
  return [
    `shared_buffers=${share(1 / 8, 128, 1_024)}`,
    `effective_cache_size=${share(1 / 2, 512, 65_536)}`,
    `work_mem=${share(1 / 512, 8, 32)}`,
    `maintenance_work_mem=${share(1 / 32, 64, 512)}`,
  ];
};

/**
 * The settings of the embedded PostgreSQL, as it is told them at its start. `told`: what this start alone is told.
 * @param {{ durable: boolean, told?: string[] | undefined }} place
 */
export const settingsOf = ({ durable, told = [] }, memory = memoryOfMachine()) => [
  ...ALWAYS,
  ...byMemory(durable, memory),
  ...(durable ? [] : FORGETFUL),
  ...told,
];
