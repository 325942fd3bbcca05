/**
 * How many drops a drawing process has heard of. The front names that number with whatever it asks, so that nothing is
 * drawn from what the process keeps of before: word and question come by two ways, in any order.
 */
export class Drops {
  private heard = 0;
  private readonly waiting = new Map<() => void, number>();

  /** The process has acted on the drop with this number, and on all before it. */
  note(number: number): void {
    this.heard = Math.max(this.heard, number);
    for (const [go, wanted] of this.waiting) {
      if (wanted > this.heard) continue;
      this.waiting.delete(go);
      go();
    }
  }

  /** Resolves as soon as so many drops have been heard of. */
  until(number: number): Promise<void> {
    if (number <= this.heard) return Promise.resolve();
    return new Promise((go) => this.waiting.set(go, number));
  }
}
