/** Something that a person can put right: shown as one plain sentence, with what a command printed, and never with a stack. */
export class PlainProblem extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

const TAIL_LINES = 40;

/** The end of a long output, where the reason usually stands. */
export const tail = (text, lines = TAIL_LINES) => text.trimEnd().split('\n').slice(-lines).join('\n');
