import type { Locale } from '@/domain/locale';

/** Entries that go in one delivery. */
export const BATCH_MAX = 100;
/** The last days for which a phone keeps what it was handed, so many after the thing itself. */
export const KEPT_DAYS = 3;

/** A phone as its account gets to know it. `key`: 32 bytes, base64. */
export type Phone = { accountId: string; deviceId: string; key: string; locale: Locale; now: number };

/** `offline`: nobody answered · `signed-out`: she has to sign in again · `refused`: not hers (any more), or not understood */
export type Stop = 'offline' | 'signed-out' | 'refused';

export class Stopped extends Error {
  constructor(readonly stop: Stop) {
    super(stop);
  }
}

/** What was handed to a phone has had its day and is removed from it. */
export const isOver = ({ endsAt }: { endsAt: number }, now: number) => endsAt + KEPT_DAYS * 86_400_000 < now;
