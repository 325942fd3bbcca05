type Waiting = { go: (leave: (() => void) | null) => void; timer: NodeJS.Timeout };

type Options = {
  /** how many may be inside at once */
  width: number;
  /** how many may wait */
  line: number;
  /** milliseconds that one waits at most */
  patience: number;
};

/** A way that only so many may be on at once; a line before it; and an end to the line. */
export class Lane {
  private inside = 0;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly options: Options) {}

  /** Resolves to what must be called on leaving, or to null when the line is full or has not moved for too long. */
  enter(): Promise<(() => void) | null> {
    if (this.inside < this.options.width) return Promise.resolve(this.admit());
    if (this.waiting.length >= this.options.line) return Promise.resolve(null);
    return new Promise((go) => {
      const timer = setTimeout(() => this.giveUp(waiting), this.options.patience);
      const waiting: Waiting = { go, timer };
      this.waiting.push(waiting);
    });
  }

  private admit(): () => void {
    this.inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.inside--;
      const next = this.waiting.shift();
      if (!next) return;
      clearTimeout(next.timer);
      next.go(this.admit());
    };
  }

  private giveUp(waiting: Waiting): void {
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
    waiting.go(null);
  }
}
