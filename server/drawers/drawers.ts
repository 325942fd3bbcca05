import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Reach } from '../front/health';
import type { LiveRequest } from '../front/live';
import type { Drawn } from '../still/drawing/draw';
import { NobodyDraws } from '../still/drawing/nobody-draws';
import type { Outcome } from '../still/shared';
import { EVERYTHING } from '../still/tags';
import { Drawer } from './drawer';
import type { DrawerOptions } from './drawer-options';
import type { Drawing } from './drawing';
import { drawnOfBytes } from './drawn-bytes';
import { handOver } from './hand-over/hand-over';
import { Turns } from './hand-over/turns';
import { DRAW, type PageQuestion, READY } from './messages';

/** Milliseconds that somebody waits for a process to be there: one that ended by itself is replaced well within it. */
const PATIENCE_MS = 10_000;
/** Pauses before a process is begun again that ended soon after it was begun. */
const PAUSE_FIRST_MS = 250;
const PAUSE_MAX_MS = 30_000;
/** After this long in peace the next end counts as a first one again. */
const CALM_MS = 60_000;
/** Milliseconds that a process may take to end by itself. */
const END_MS = 1_500;
/** Milliseconds after which no kept page is left that one knows of from before (page-store.ts). */
const FORGOTTEN_MS = 3_600_000;

type Options = {
  count: number;
  command: string[];
  /** milliseconds that a page may take to be drawn */
  patience: number;
  /** Something was changed in a process: resolves when everybody else knows. */
  changed: (tags: string[]) => Promise<void>;
  report: (what: string) => void;
  /** milliseconds after which one that says nothing is taken for hung */
  silence?: number;
};

/** The drawing processes of this front: as many as were asked for, each replaced when it ends by itself. */
export class Drawers implements Drawing {
  readonly turns: Turns;
  private readonly all = new Set<Drawer>();
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'portal-'));
  private readonly waiting = new Set<(drawer: Drawer) => void>();
  private begun = 0;
  private drops = 0;
  private leaving = false;
  private brokenAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: Options) {
    this.turns = new Turns(options.count);
  }

  /** Begins all of them; resolves when the first is up, rejects when that one ends before. */
  async start(): Promise<void> {
    const first = this.begin(1, 0);
    for (let number = 2; number <= this.options.count; number++) this.begin(number, 0);
    const ended = first.gone.then(() => {
      throw new NobodyDraws('The drawing process ended while it was starting.');
    });
    await Promise.race([this.pick(Number.POSITIVE_INFINITY), ended]);
    ended.catch(() => {});
  }

  readonly answer = (live: LiveRequest): Promise<Outcome> => handOver(this, live);

  /** How each process fares: what it answers at this moment, and what it said of itself last. */
  readonly states = () => [...this.all].map(({ ready, busy, vitals }) => ({ ready, busy, vitals }));

  /** How many drops the front has told of: who is asked something must know of all of them. */
  get known(): number {
    return this.drops;
  }

  /** Tells every process that pages made of these are to be drawn anew. */
  readonly drop = (tags: string[] | 'all'): void => {
    this.drops++;
    for (const drawer of this.all) drawer.tell({ kind: 'drop', number: this.drops, tags });
  };

  /** The process with the least to do, as soon as there is one; rejects with `NobodyDraws` where there is none in time. */
  pick(patience = PATIENCE_MS): Promise<Drawer> {
    const [least] = [...this.all].filter(({ ready }) => ready).sort((one, other) => one.busy - other.busy);
    if (least) return Promise.resolve(least);
    return new Promise((resolve, reject) => {
      const go = (drawer: Drawer) => {
        clearTimeout(timer);
        this.waiting.delete(go);
        resolve(drawer);
      };
      const timer =
        patience === Number.POSITIVE_INFINITY
          ? undefined
          : setTimeout(() => {
              this.waiting.delete(go);
              reject(new NobodyDraws('No drawing process is there.'));
            }, patience);
      this.waiting.add(go);
    });
  }

  /** Has a page drawn, by another process where one ends meanwhile. Rejects when that fails or takes too long. */
  readonly draw = async (url: string, id: string): Promise<Drawn> => {
    const drawer = await this.pick();
    const answer = await this.ask(drawer, url, id).catch(async (error: unknown) => {
      if (!(await drawer.hasEnded())) throw error;
      return this.ask(await this.pick(), url, id);
    });
    if (answer.status !== 200) throw new Error('The page could not be drawn: the drawing process says why.');
    return drawnOfBytes(answer.bytes);
  };

  /** Can a process reach what it needs? No, where none is there. */
  readonly reach = async (): Promise<Reach> => {
    try {
      const drawer = await this.pick(0);
      const { body } = await drawer.pool.request({ method: 'GET', path: READY, headersTimeout: PATIENCE_MS });
      return (await body.json()) as Reach;
    } catch {
      return { database: false, migrations: false };
    }
  };

  /** They begin nothing more by themselves, and go on answering; resolves when what they had begun is done. */
  readonly leave = async (): Promise<void> => {
    this.leaving = true;
    await Promise.all([...this.all].map((drawer) => drawer.leave()));
  };

  /** Ends all of them, by force where one does not end by itself. */
  readonly stop = async (): Promise<boolean> => {
    this.leaving = true;
    const ending = [...this.all];
    for (const drawer of this.all) drawer.tell({ kind: 'end' });
    const late = setTimeout(() => {
      for (const drawer of this.all) drawer.kill();
    }, END_MS);
    await Promise.all([...this.all].map(({ gone }) => gone));
    clearTimeout(late);
    rmSync(this.folder, { recursive: true, force: true });
    const calm = performance.now() - this.brokenAt > FORGOTTEN_MS;
    return calm && ending.every(({ endedInOrder }) => endedInOrder);
  };

  private ask(drawer: Drawer, url: string, id: string): Promise<{ status: number; bytes: Buffer }> {
    const question: PageQuestion = { url, id, drops: this.drops };
    const patience = this.options.patience + 1_000;
    return drawer.count(false, async () => {
      const { statusCode, body } = await drawer.pool.request({
        method: 'POST',
        path: DRAW,
        body: JSON.stringify(question),
        headersTimeout: patience,
        bodyTimeout: patience,
      });
      return { status: statusCode, bytes: Buffer.from(await body.arrayBuffer()) };
    });
  }

  private begin(number: number, failures: number): Drawer {
    const { command, changed, report, silence } = this.options;
    const since = Date.now();
    const about: DrawerOptions<Drawer> = {
      command,
      number,
      socket: path.join(this.folder, `${++this.begun}.sock`),
      report,
      ...(silence ? { silence } : {}),
      changed,
      up: (drawer) => {
        drawer.tell({ kind: 'drop', number: this.drops, tags: [] });
        for (const go of [...this.waiting]) go(drawer);
      },
      ended: (drawer) => {
        this.all.delete(drawer);
        if (this.leaving) return;
        report('a drawing process has ended and is replaced');
        this.brokenAt = performance.now();
        if (drawer.mayHaveChanged) void changed([EVERYTHING]);
        const again = Date.now() - since > CALM_MS ? 0 : failures;
        const pause = again === 0 ? 0 : Math.min(PAUSE_MAX_MS, PAUSE_FIRST_MS * 2 ** again);
        setTimeout(() => {
          if (!this.leaving) this.begin(number, again + 1);
        }, pause);
      },
    };
    const drawer = new Drawer(about);
    this.all.add(drawer);
    return drawer;
  }
}
