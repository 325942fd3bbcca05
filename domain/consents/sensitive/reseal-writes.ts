import { type SealingKey, seal, unseal } from '@/domain/ground/seal';
import type { Transaction } from '@/prisma/transaction';
import { nameOfKey } from './key-writes';

const BATCH = 500;

/** Does work in a transaction of its own. */
type InTransaction = <Value>(work: (tx: Transaction) => Promise<Value>) => Promise<Value>;

/** A value as it lies sealed: `row` is what it was sealed to, `label` says with which key. */
export type SealedRow = { id: string; row: string; sealed: Uint8Array; keyId: string; label: string };

/** A column of sealed values, and how its rows are read and kept. */
export type SealedColumn = {
  table: string;
  column: string;
  /** the next rows after this id that lie under another key than this one, locked */
  next(tx: Transaction, to: { keyId: string; after: string | null; take: number }): Promise<SealedRow[]>;
  /** keeps what was sealed anew: a list of `id` and `sealed`, in hexadecimal figures, as JSON */
  keep(tx: Transaction, to: { keyId: string; sealed: string }): Promise<unknown>;
};

export type Resealed = { resealed: number; left: number };

/**
 * Seals the values of a column anew with the first key of the ring; says how many, and how many did not open. Killed, it goes on when run
 * again.
 */
export async function resealColumn(
  transaction: InTransaction,
  ring: readonly SealingKey[],
  column: SealedColumn,
): Promise<Resealed> {
  const [current] = ring;
  if (!current) throw new Error('the ring holds no key');
  const keyId = await transaction((tx) => nameOfKey(tx, current.label));
  const done = { resealed: 0, left: 0 };
  for (let after: string | null = null; ; ) {
    const batch: Batch = await transaction((tx) => resealBatch(tx, ring, column, { key: current, keyId, after }));
    done.resealed += batch.resealed;
    done.left += batch.left;
    if (!batch.last) return done;
    after = batch.last;
  }
}

type Batch = Resealed & { last: string | null };
type To = { key: SealingKey; keyId: string; after: string | null };

async function resealBatch(
  tx: Transaction,
  ring: readonly SealingKey[],
  { table, column, next, keep }: SealedColumn,
  to: To,
): Promise<Batch> {
  const rows = await next(tx, { keyId: to.keyId, after: to.after, take: BATCH });
  const sealed = rows.flatMap(({ id, row, sealed, keyId, label }) => {
    const place = { table, column, row };
    const key = ring.find((each) => each.label === label);
    const value = key ? unseal(sealed, { ...place, keyId }, key) : null;
    return value === null ? [] : [{ id, sealed: seal(value, { ...place, keyId: to.keyId }, to.key).toString('hex') }];
  });
  await keep(tx, { keyId: to.keyId, sealed: JSON.stringify(sealed) });
  return { resealed: sealed.length, left: rows.length - sealed.length, last: rows.at(-1)?.id ?? null };
}
