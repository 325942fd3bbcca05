import { randomUUID } from 'node:crypto';
import type { Link } from '../link';

/** The mark of a stop, and the transaction that set it: whether that was the last one can be seen later. */
export type Proof = { mark: string; transaction: string };

/** What the database says of the mark that stands there. */
export type Found = { mark: string; setBy: string; next: string };

const setMark = (mark: string) =>
  `INSERT INTO app.kept_pages (mark) VALUES ('${mark}') ON CONFLICT (one) DO UPDATE SET mark = excluded.mark`;
/** A statement of its own: it sees who was still writing after this transaction had got its number. */
const NUMBERS = `SELECT pg_current_xact_id()::text AS transaction, pg_snapshot_xmin(pg_current_snapshot())::text AS oldest`;
const FOUND = `SELECT mark::text, xmin::text AS "setBy", pg_snapshot_xmax(pg_current_snapshot())::text AS next FROM app.kept_pages`;

/** Transactions are numbered in 64 bits; what stands with a row are the lower half of them. */
const HALF = 2n ** 32n;

/**
 * Sets a mark, and resolves once everything has been heard that was told before it. Undefined where somebody was writing at that
 * moment: what she wrote would come to light without a number after ours.
 */
export async function leaveMark(link: Link): Promise<Proof | undefined> {
  const mark = randomUUID();
  const [numbers] = await link.sealed([setMark(mark), NUMBERS]);
  const { transaction, oldest } = numbers as { transaction: string; oldest: string };
  return transaction === oldest ? { mark, transaction } : undefined;
}

/** Is the database the one that the mark was left in, and has nobody written to it since, whoever it was and whether or not she told? */
export async function stillHolds(link: Link, proof: Proof): Promise<boolean> {
  const [found] = (await link.query(FOUND)) as Found[];
  return found !== undefined && holds(proof, found);
}

/** The same of what was found. Every transaction that writes, in whatever database of the server, takes the next number. */
export const holds = ({ mark, transaction }: Proof, found: Found): boolean =>
  found.mark === mark &&
  BigInt(found.setBy) === BigInt(transaction) % HALF &&
  BigInt(found.next) === BigInt(transaction) + 1n;
