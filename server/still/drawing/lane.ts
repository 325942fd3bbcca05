type Waiting = { go: (leave: (() => void) | null) => void; timer: NodeJS.Timeout };

type Options = {
  /** how many may be inside at once */
  width: number;
  /** how many may wait, of one network half of them */
  line: number;
  /** milliseconds that one waits at most */
  patience: number;
  /** how many of one network may be inside at once; the others of it wait, and let those of other networks pass */
  share: number;
};

/**
 * A way that only so many may be on at once; a line before it; and an end to the line. Networks take turns: whoever comes
 * alone does not wait behind a hundred of one network.
 */
export class Lane {
  private inside = 0;
  private waiting = 0;
  private readonly insideOf = new Map<string, number>();
  /** The lines of the networks, in the order of their turns. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly options: Options) {}

  /** How many wait at this moment. */
  get length(): number {
    return this.waiting;
  }

  /** Resolves to what must be called on leaving, or to null when the line is full or has not moved for too long. */
  enter(network: string): Promise<(() => void) | null> {
    const { line, patience } = this.options;
    if (this.hasPlaceFor(network)) return Promise.resolve(this.admit(network));
    const own = this.lines.get(network) ?? [];
    if (this.waiting >= line || own.length >= Math.ceil(line / 2)) return Promise.resolve(null);
    this.lines.set(network, own);
    return new Promise((go) => {
      const timer = setTimeout(() => this.giveUp(network, waiting), patience);
      const waiting: Waiting = { go, timer };
      own.push(waiting);
      this.waiting++;
    });
  }

  private hasPlaceFor(network: string): boolean {
    const { width, share } = this.options;
    return this.inside < width && (this.insideOf.get(network) ?? 0) < share;
  }

  private admit(network: string): () => void {
    this.inside++;
    this.insideOf.set(network, (this.insideOf.get(network) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.inside--;
      const others = (this.insideOf.get(network) ?? 1) - 1;
      if (others > 0) this.insideOf.set(network, others);
      else this.insideOf.delete(network);
      this.callNext();
    };
  }

  private callNext(): void {
    for (const [network, own] of this.lines) {
      const next = this.hasPlaceFor(network) ? own[0] : undefined;
      if (!next) continue;
      this.takeOut(network, next);
      const rest = this.lines.get(network);
      if (rest) {
        this.lines.delete(network);
        this.lines.set(network, rest);
      }
      clearTimeout(next.timer);
      next.go(this.admit(network));
      return;
    }
  }

  private takeOut(network: string, waiting: Waiting): void {
    const own = this.lines.get(network);
    const at = own?.indexOf(waiting) ?? -1;
    if (!own || at === -1) return;
    own.splice(at, 1);
    this.waiting--;
    if (own.length === 0) this.lines.delete(network);
  }

  private giveUp(network: string, waiting: Waiting): void {
    this.takeOut(network, waiting);
    waiting.go(null);
  }
}
