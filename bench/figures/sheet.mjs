import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/ground/settings.mjs';
import { machineState } from '../machine/state.mjs';
import { REASONS } from './reasons.mjs';
import { digits, goalInWords, tableOf, verdictOf } from './verdict.mjs';

/** @import { Figure, Goal } from './verdict.mjs' */

/** Where each measurement leaves its table, for the command that puts them together. */
export const FIGURES_DIR = join(ROOT, '.test', 'bench', 'figures');

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** The figures of one subject, said as they come. */
export class Sheet {
  /** @type {Figure[]} */
  #figures = [];
  #machine = '';

  /** @param {string} subject */
  constructor(subject) {
    this.subject = subject;
  }

  /**
   * Says what is measured next, and how much else the machine has to do.
   * @param {string} what
   */
  async before(what) {
    const { sentence } = await machineState();
    this.#machine = sentence;
    say(`  ${what} (${sentence})`);
  }

  /**
   * @param {string} title
   * @param {number} value
   * @param {string} unit
   * @param {Goal} [goal]
   */
  note(title, value, unit, goal) {
    const reason = REASONS[this.subject]?.[title];
    const verdict = verdictOf(value, goal, reason);
    const stale = verdict === 'held' && reason ? 'its reason in bench/figures/reasons.mjs can go' : undefined;
    const words = verdict === 'missed, and it is said why' ? reason : stale;
    this.#figures.push({ title, value, unit, goal, machine: this.#machine, verdict, words });
    const wanted = goal ? `, goal ${goalInWords(goal)}` : '';
    say(`    ${title}: ${digits(value)} ${unit}${wanted} — ${verdict}${words ? `: ${words}` : ''}`);
  }

  /**
   * @param {string} title
   * @param {string} why a sentence
   */
  skip(title, why) {
    this.#figures.push({ title, unit: '', machine: this.#machine, verdict: 'not measured', words: why });
    say(`    ${title}: not measured: ${why}`);
  }

  /** Leaves the table behind; returns whether nothing was missed without a reason. */
  close() {
    mkdirSync(FIGURES_DIR, { recursive: true });
    writeFileSync(join(FIGURES_DIR, `${this.subject}.md`), tableOf(this.subject, this.#figures));
    return this.#figures.every(({ verdict }) => verdict !== 'missed');
  }
}

/**
 * A measurement as a program: ends with an exit code other than 0 where a figure was missed without a stated reason.
 * @param {string} subject
 * @param {(sheet: Sheet) => Promise<void>} measure
 */
export async function measured(subject, measure) {
  const sheet = new Sheet(subject);
  let held = false;
  try {
    await measure(sheet);
  } finally {
    held = sheet.close();
    process.exitCode = held ? 0 : 1;
  }
}
