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

/** Times that a reader who is behind is waited for, and milliseconds each. */
const TRIES = 50;
const PAUSE_MS = 10;

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes lines of the log, whole where they can be. No room, or a reader who is gone or behind, costs lines, never the process: he is
 * waited for once, until a line goes out, behind what `tell` says.
 */
export function linesTo(handle: number, tell: (lost: number) => string = () => ''): (line: string) => void {
  let [behind, cut, lost] = [false, false, 0];
  return (line) => {
    const said = Buffer.from((cut ? '\n' : '') + (lost > 0 ? tell(lost) : '') + line);
    const rest = writeTo(handle, said, behind ? 1 : TRIES);
    behind = rest > 0;
    cut = behind && (cut || rest < said.length);
    lost = behind ? lost + 1 : 0;
  };
}

/** Returns how many bytes could not be written. */
function writeTo(handle: number, bytes: Buffer, tries: number): number {
  let rest = bytes;
  for (let tried = 0; rest.length > 0 && tried < tries; ) {
    try {
      rest = rest.subarray(writeSync(handle, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') break;
      tried += 1;
      if (tried < tries) Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
  return rest.length;
}
