import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

type Options = {
  /** bytes after which it is set aside and begun anew */
  size: number;
  /** how many older parts are kept: `x.log.1` is the newest of them */
  kept: number;
};

/** A log of its own, line by line, each on the disk's way before the next is said. It is set aside when full, never cut. */
export class LogFile {
  private handle: number | undefined;

  constructor(
    private readonly file: string,
    private readonly options: Options,
  ) {}

  write(line: string): void {
    this.handle ??= this.open();
    if (fstatSync(this.handle).size >= this.options.size) this.turn();
    writeSync(this.handle, line);
  }

  private open(): number {
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    return openSync(this.file, 'a', 0o600);
  }

  /** Another process of the same data folder may have done so already. */
  private turn(): void {
    const { file, options } = this;
    const ours = this.handle === undefined ? undefined : fstatSync(this.handle).ino;
    if (statSync(file, { throwIfNoEntry: false })?.ino === ours) {
      for (let age = options.kept; age > 1; age--)
        if (existsSync(`${file}.${age - 1}`)) renameSync(`${file}.${age - 1}`, `${file}.${age}`);
      renameSync(file, `${file}.1`);
    }
    const former = this.handle;
    this.handle = undefined; // where no other can be opened, its number is soon somebody else's
    if (former !== undefined) closeSync(former);
    this.handle = this.open();
  }
}

/** Milliseconds for which readers who are behind are waited for within a minute, and after which one looks again. */
const WAIT_MS = 500;
const MINUTE_MS = 60_000;
const PAUSE_MS = 10;

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes lines of the log, whole where they can be. No room, or a reader who is gone or behind, costs lines, never the process. `tell` says
 * how many were lost, before the next that goes out.
 */
export function linesTo(handle: number, tell: (lost: number) => string = () => ''): (line: string) => void {
  let [cut, lost, left, since] = [false, 0, WAIT_MS, Number.NEGATIVE_INFINITY];
  return (line) => {
    if (performance.now() - since > MINUTE_MS) [left, since] = [WAIT_MS, performance.now()];
    const notice = (cut ? '\n' : '') + (lost > 0 ? tell(lost) : '');
    const said = Buffer.from(notice + line);
    const { rest, waited } = writeTo(handle, said, left);
    left -= waited;
    // what was told of once is not told of again
    if (said.length - rest >= Buffer.byteLength(notice)) lost = 0;
    cut = rest > 0 && (cut || rest < said.length);
    if (rest > 0) lost += 1;
  };
}

/** Returns how many bytes could not be written, and for how many milliseconds it waited, `most` at most. */
function writeTo(handle: number, bytes: Buffer, most: number): { rest: number; waited: number } {
  let rest = bytes;
  let waited = 0;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(handle, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || waited >= most) break;
      Atomics.wait(pause, 0, 0, PAUSE_MS);
      waited += PAUSE_MS;
    }
  }
  return { rest: rest.length, waited };
}
