/**
 * A problem that a person can put right: one plain sentence, with what a command printed, never a stack. `heard`:
 * that output was passed on already, and need not be shown again where lines stay.
 */
export class PlainProblem extends Error {
  /**
   * @param {string} message
   * @param {string} [output]
   * @param {{ heard?: boolean }} [how]
   */
  constructor(message, output = '', { heard = false } = {}) {
    super(message);
    this.output = output;
    this.heard = heard;
  }
}

const TAIL_LINES = 40;

/**
 * The end of a long output, where the reason usually stands.
 * @param {string} text
 */
export const tail = (text, lines = TAIL_LINES) => text.trimEnd().split('\n').slice(-lines).join('\n');

/**
 * What was thrown, as Node and PostgreSQL throw it: with a code.
 * @param {unknown} error
 */
export const thrown = (error) => /** @type {NodeJS.ErrnoException} */ (error);
