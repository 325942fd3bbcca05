/** What a snapshot of PostgreSQL sees: of all transactions that wrote something, those that had ended. */
export type Snapshot = { from: bigint; to: bigint; underWay: ReadonlySet<bigint> };

/** "700:705:702,703": before 700 all have ended, from 705 on none had begun, and of those between these were under way. */
export function snapshotOf(told: string): Snapshot {
  const [from = '0', to = '0', underWay = ''] = told.split(':');
  return { from: BigInt(from), to: BigInt(to), underWay: new Set(underWay.split(',').filter(Boolean).map(BigInt)) };
}

/** Had this transaction ended? */
const sees = ({ from, to, underWay }: Snapshot, transaction: bigint) =>
  transaction < from || (transaction < to && !underWay.has(transaction));

/** Was it taken after the other? Of two snapshots of a server the later one sees all that the earlier one does. */
const isLater = (one: Snapshot, other: Snapshot) =>
  one.to > other.to || (one.to === other.to && one.underWay.size < other.underWay.size);

/** Of more than these nobody looks one by one (`app.asides`). */
const LOOKED_AT_MAX = 5_000n;

/** How many times something was written that matters, as far as snapshots tell it. `own`: transactions that matter to nobody. */
export class Moves {
  private told = '';
  private last: Snapshot | undefined;
  private readonly own = new Set<bigint>();
  private moves = 0;

  /** Of transactions with a lower number all had ended at the last look. */
  get since(): bigint {
    return this.last?.from ?? 0n;
  }

  /** The number of moves as of this snapshot. */
  at(told: string, own: Iterable<bigint>): number {
    for (const transaction of own) this.own.add(transaction);
    if (told === this.told) return this.moves;
    const [now, last] = [snapshotOf(told), this.last];
    // one that was overtaken is a move like any other: so is that of a server which was restored and is behind
    if (!last || !isLater(now, last) || this.matters(last, now)) this.moves++;
    [this.told, this.last] = [told, now];
    for (const transaction of this.own) if (transaction < now.from) this.own.delete(transaction);
    return this.moves;
  }

  private matters(last: Snapshot, now: Snapshot): boolean {
    if (now.to - last.from > LOOKED_AT_MAX) return true;
    for (let each = last.from; each < now.to; each++)
      if (sees(now, each) && !sees(last, each) && !this.own.has(each)) return true;
    return false;
  }
}
