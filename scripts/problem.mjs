/**
 * Something that a person can put right: shown as one plain sentence, with what a command printed, and never with a stack.
 * `heard`: that output was passed on line by line already, so where lines stay it need not be shown again.
 */
export class PlainProblem extends Error {
  constructor(message, output = '', { heard = false } = {}) {
    super(message);
    this.output = output;
    this.heard = heard;
  }
}

const TAIL_LINES = 40;

/** The end of a long output, where the reason usually stands. */
export const tail = (text, lines = TAIL_LINES) => text.trimEnd().split('\n').slice(-lines).join('\n');
