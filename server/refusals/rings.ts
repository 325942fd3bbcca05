import type { Logger } from 'pino';
import { isId } from '@/domain/id';

type Options = {
  /** carries a statement out; rejects while the database is away */
  query: (sql: string) => Promise<unknown>;
  log: Logger;
};

/** An alarm as the front hears it: of a network that sprays, or of an account that opens too many records. */
export type Ring =
  | { kind: 'spraying'; network: string; count: number }
  | { kind: 'records_opened'; account: string; count: number };

const NETWORK = /^[0-9a-f.:/]{1,60}$/i;

/** Writes alarms down for the administrators; one that the database does not take stands in the log. */
export const ringsInto =
  ({ query, log }: Options) =>
  (ring: Ring): void => {
    const whom = 'network' in ring ? ring.network : ring.account;
    if (!('network' in ring ? NETWORK.test(whom) : isId(whom))) return;
    const [account, network] = 'network' in ring ? ['NULL', `'${whom}'`] : [`'${whom}'`, 'NULL'];
    const sql = `SELECT app.note_alarm('${ring.kind}', ${account}, ${network}, ${Math.trunc(ring.count)})`;
    query(sql).catch((error: unknown) => log.error({ err: error, ...ring }, 'an alarm could not be written down'));
  };
