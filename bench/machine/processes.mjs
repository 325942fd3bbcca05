import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Clock ticks of a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

/**
 * What Linux tells of a process; undefined when it has ended.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return { pid, name, parent: parent ?? 0, cpu: (((user ?? 0) + (system ?? 0)) * 1_000) / TICKS };
  } catch {
    return undefined;
  }
}

/** @typedef {NonNullable<ReturnType<typeof statOf>>} ProcessNow */

const everybody = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);

/** Whether the system tells of processes what is measured here. */
export const canLook = process.platform === 'linux';

/**
 * A process and all below it.
 * @param {number} root
 * @returns {ProcessNow[]}
 */
export function treeOf(root) {
  const all = everybody();
  const tree = all.filter(({ pid }) => pid === root);
  // whatever is put in while it is walked is walked too
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

/**
 * Milliseconds of processor time that trees took since `from` was asked; what has ended meanwhile is not counted.
 * @param {number[]} roots
 */
export function cpuFrom(roots) {
  const timesOf = () => new Map(roots.flatMap(treeOf).map(({ pid, cpu }) => [pid, cpu]));
  const before = timesOf();
  return () => [...timesOf()].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0);
}

/**
 * Bytes of memory that a process has, its part of what it shares with others.
 * @param {number} pid
 */
function memoryOf(pid) {
  try {
    return Number(/^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) * 1_024;
  } catch {
    return 0;
  }
}

/**
 * Bytes of memory of a process and all below it, but for those of PostgreSQL.
 * @param {number} root
 */
export const memoryBelow = (root) =>
  treeOf(root)
    .filter(({ name }) => name !== 'postgres')
    .reduce((sum, { pid }) => sum + memoryOf(pid), 0);

/** @param {number} pid */
function draws(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .some((word) => word.endsWith('/drawing-process.js'));
  } catch {
    return false; // gone
  }
}

/**
 * The processes that draw for a portal, by what they run: who holds its address may have begun the front that began them.
 * @param {number} root
 */
export const drawersOf = (root) => treeOf(root).filter(({ pid }) => draws(pid));

/**
 * The process that listens on a port of this machine.
 * @param {number} port
 */
export function listenerOf(port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const sockets = ['tcp', 'tcp6']
    .flatMap((table) => readFileSync(`/proc/net/${table}`, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${wanted}`))
    .map((fields) => `socket:[${fields[9]}]`);
  const holds = (/** @type {number} */ pid) => linksOf(pid).some((link) => sockets.includes(link));
  // who has opened it, and not a child that it was handed to
  const holders = everybody().filter(({ pid }) => holds(pid));
  return holders.find(({ parent }) => !holders.some(({ pid }) => pid === parent))?.pid;
}

/** @param {number} pid */
function linksOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => linkOf(`/proc/${pid}/fd/${name}`));
  } catch {
    return []; // of somebody else, or gone
  }
}

/** @param {string} path */
function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
