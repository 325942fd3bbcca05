import {
  APP,
  forgetWritings,
  type KeptWriting,
  keepWriting,
  openWritings,
  readBelow,
  readWritings,
} from '@/domain/articles/writing/writing-memory';
import { arrive, portalOf } from '@/domain/phone/phone-courier';
import { countWaiting, type Holder, holderOf, type PhoneMemory } from '@/domain/phone/phone-memory';
import { phoneName } from '@/domain/phone/phone-name';
import { fieldsIn } from './form-fields';
import { fillIn, isSame } from './kept-fields';

/** The memory of this browser for one text. */
export class WritingKeeper {
  private line: Promise<unknown> = Promise.resolve();
  /** what the next words take the place of */
  private last: number | null = null;

  constructor(
    private readonly memory: PhoneMemory,
    private readonly holder: Holder,
    private readonly of: string,
    /** what was left of it before, the last first */
    private readonly left: readonly KeptWriting[],
  ) {}

  /** Keeps the fields as they stand; one after another, so that the last ones stay. Answers when, or null where nothing could be kept. */
  keep(fields: Record<string, string>): Promise<number | null> {
    const at = Date.now();
    return this.inLine(async () => {
      const writing = { of: this.of, at, version: fields.version ?? '', fields, where: addressNow() };
      const kept = await keepWriting(this.memory, this.holder, writing, this.last);
      this.last = kept ?? this.last;
      return kept === null ? null : at;
    });
  }

  /** What was left and says something else than the form; what the form says too is forgotten. */
  async leftBeside(form: HTMLFormElement): Promise<KeptWriting[]> {
    const stands = fieldsIn(form);
    const same = this.left.filter(({ fields }) => isSame(fields, stands));
    if (same.length > 0) await this.forget(...same);
    return this.left.filter((writing) => !same.includes(writing));
  }

  /** Puts what was left into the form: the next words take its place. What stood in the form before stays kept. */
  takeUp({ sequence, fields }: KeptWriting, form: HTMLFormElement): void {
    void this.inLine(async () => {
      this.last = sequence;
    });
    fillIn(form, fields);
  }

  forget(...writings: readonly KeptWriting[]): Promise<void> {
    const sequences = writings.map(({ sequence }) => sequence);
    return this.inLine(() => forgetWritings(this.memory, this.holder, sequences)).then(tellForgotten);
  }

  /** The portal has what stood in the form; what else was left of the text stays. */
  forgetSaved(): Promise<void> {
    return this.inLine(async () => {
      if (this.last !== null) await forgetWritings(this.memory, this.holder, [this.last]);
      this.last = null;
    }).then(tellForgotten);
  }

  close(): void {
    void this.inLine(async () => this.memory.close()).catch(() => null);
  }

  private inLine<Value>(deed: () => Promise<Value>): Promise<Value> {
    const done = this.line.then(deed);
    this.line = done.catch(() => null);
    return done;
  }
}

const addressNow = () => `${window.location.pathname}${window.location.search}${window.location.hash}`;

/** Told to the window when something is kept no more. */
export const FORGOTTEN = 'writing-forgotten';
const tellForgotten = () => void window.dispatchEvent(new Event(FORGOTTEN));

/** The memory of her who is signed in, also without signal where she had it opened before; null where nothing can be kept. */
async function openFor(accountId: string): Promise<[PhoneMemory, Holder] | null> {
  const memory = await openWritings();
  const arrived = await arrive(memory, portalOf(APP), phoneName(navigator.userAgent)).catch(() => null);
  const holder = arrived ?? (await holderOf(memory));
  if (holder?.accountId === accountId) return [memory, holder];
  memory.close();
  return null;
}

export async function openKeeper(of: string, accountId: string): Promise<WritingKeeper | null> {
  const opened = await openFor(accountId);
  return opened && new WritingKeeper(...opened, of, await readWritings(...opened, of));
}

/** Whether anybody left anything in this browser: before that the portal is not asked whose it is. */
export async function isAnythingLeft(): Promise<boolean> {
  const memory = await openWritings();
  const left = await countWaiting(memory);
  memory.close();
  return left > 0;
}

/** What she left in forms of this page and those below it, the last first. */
export async function leftBelow(path: string, accountId: string): Promise<KeptWriting[]> {
  const opened = (await isAnythingLeft()) ? await openFor(accountId) : null;
  if (!opened) return [];
  const left = await readBelow(...opened, path);
  opened[0].close();
  return left;
}

/** She does not want it back. */
export async function dropLeft({ sequence }: KeptWriting, accountId: string): Promise<void> {
  const opened = await openFor(accountId);
  if (!opened) return;
  const [memory, holder] = opened;
  await forgetWritings(memory, holder, [sequence]);
  memory.close();
  tellForgotten();
}
