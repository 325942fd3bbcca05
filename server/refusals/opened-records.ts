import { RECORDS_AN_HOUR } from '@/domain/opened-records';
import { pathOf } from '../entrance/visit';
import type { LiveRequest } from '../front/live';
import type { Outcome } from '../still/shared';
import type { Ring } from './rings';

const HOUR = 3_600_000;
const ACCOUNTS_MAX = 5_000;
const RECORD = /^\/admin\/people\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/|$)/;

/** Accounts that open more persons' records in an hour than a person does. Records are told apart, and nothing else of them is kept. */
export class OpenedRecords {
  private readonly accounts = new Map<string, Map<string, number>>();

  constructor(
    private readonly most = RECORDS_AN_HOUR,
    private readonly now: () => number = Date.now,
  ) {}

  /** Notes an address that was opened by an account; answers with how many records that makes in an hour when it is too many, then counts anew. */
  opened(account: string, asked: string): number | undefined {
    const record = RECORD.exec(pathOf(asked))?.[1];
    if (!record) return undefined;
    const records = this.accounts.get(account) ?? new Map<string, number>();
    // whoever opened something last is forgotten last
    this.accounts.delete(account);
    this.accounts.set(account, records);
    const [oldest] = this.accounts.keys();
    if (this.accounts.size > ACCOUNTS_MAX && oldest) this.accounts.delete(oldest);
    const now = this.now();
    records.delete(record);
    records.set(record, now);
    for (const [id, at] of records) {
      if (now - at < HOUR) break;
      records.delete(id);
    }
    if (records.size <= this.most) return undefined;
    const count = records.size;
    records.clear();
    return count;
  }
}

/** Answers as `answer` does, and rings for an account that opened more records than a person does. */
export const watchRecords =
  (answer: (live: LiveRequest) => Promise<Outcome>, ring: (ring: Ring) => void, records = new OpenedRecords()) =>
  async (live: LiveRequest): Promise<Outcome> => {
    const outcome = await answer(live);
    const { account } = outcome;
    const count = account && live.response.statusCode === 200 ? records.opened(account, live.asked) : undefined;
    if (account && count) ring({ kind: 'records_opened', account, count });
    return outcome;
  };
