import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inParts } from './message-parts';

const CHANNEL = 'still_pages';
const HEARTBEAT = 15_000;
const ANSWER_WITHIN = 5_000;
/** The class of numbers by which a living portal says which release it is (`scripts/database/releases.mjs`). */
const LIVING = 72_707_370;
/** As whom it works, and for how long in the database: for a lock less than readers may be told late. Both end before the link gives up. */
const WORKS_AS = '-c role=portal_app -c statement_timeout=4000 -c lock_timeout=1000';

/** A query that the database was not asked at all. */
export class Unasked extends Error {}

type Options = {
  url: string;
  /** Another process says that these have changed. */
  changed: (tags: string[]) => void;
  /** The link was away: nobody knows what was missed. */
  lost: () => void;
  report: (what: string, error?: unknown) => void;
  /** milliseconds between two tries to come back */
  pause?: number;
  /** How many migrations this release knows: said for as long as the link stands, so that none takes away what it needs. */
  release?: number;
};

/** `seal`: the end of a transaction of ours, said to nobody else. */
type Message = { from: string; tags: string[]; seal?: string };

/**
 * Tells the portal's other processes what has changed and hears it from them, over one connection to the database they
 * share. While it is away pages stay as they are; once it is back, all are drawn again.
 */
export class Link {
  private readonly self = randomUUID();
  /** the newest connection, working or not yet */
  private attempt: pg.Client | undefined;
  /** the connection that works */
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private stopped = false;
  private turn: Promise<unknown> = Promise.resolve();
  /** Changes not yet told to the others, because the database was away. */
  private readonly untold = new Set<string>();
  /** Transactions whose end we wait to hear of, as everybody else does. */
  private readonly seals = new Map<string, () => void>();

  constructor(private readonly options: Options) {}

  get connected(): boolean {
    return this.client !== undefined;
  }

  /** Resolves after the first try, whether it worked or not; goes on trying until stopped. */
  async start(): Promise<void> {
    const { url, lost, report, release } = this.options;
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
      options: WORKS_AS,
      application_name: 'portal still pages',
    });
    this.attempt = client;
    client.on('error', () => {});
    client.once('end', () => this.again(client));
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (release) await client.query('SELECT pg_advisory_lock_shared($1, $2)::text', [LIVING, release]);
    } catch (error) {
      report('no link to the database', error);
      client.end().catch(() => {});
      return this.again(client);
    }
    if (this.stopped) return client.end();
    this.client = client;
    this.heartbeat = setInterval(() => void this.beat(client), HEARTBEAT);
    this.heartbeat.unref();
    lost();
    await this.tell([]);
  }

  /** Resolves when the others can know, or when it is clear that they must be told later. Never rejects. */
  tell(tags: string[]): Promise<void> {
    for (const tag of tags) this.untold.add(tag);
    return this.inTurn(() => this.tellAll());
  }

  /** Rows of a query over the link; rejects while it is away, with `Unasked` where the query did not even set out. */
  query(sql: string): Promise<Record<string, unknown>[]> {
    return this.inTurn(async () => {
      if (!this.client) throw new Unasked('no link to the database');
      return (await this.client.query(sql)).rows;
    });
  }

  /**
   * Carries statements out in one transaction. Resolves to the rows of the last one when everything has been heard that was told before its
   * end: messages come in the order of the transactions that sent them.
   */
  async sealed(statements: string[]): Promise<Record<string, unknown>[]> {
    const seal = randomUUID();
    let late: NodeJS.Timeout | undefined;
    const heard = new Promise<void>((resolve, reject) => {
      this.seals.set(seal, resolve);
      late = setTimeout(() => reject(new Error('the link has fallen silent')), ANSWER_WITHIN);
    });
    heard.catch(() => {});
    try {
      const rows = await this.inTurn(async () => {
        await this.tellAll();
        const { client } = this;
        if (!client || this.untold.size > 0) throw new Error('no link to the database');
        await client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE');
        let last: Record<string, unknown>[] = [];
        try {
          for (const statement of statements) last = (await client.query(statement)).rows;
          await client.query('SELECT pg_notify($1, $2)', [
            CHANNEL,
            JSON.stringify({ from: this.self, tags: [], seal }),
          ]);
          await client.query('COMMIT');
        } catch (error) {
          client.end().catch(() => {});
          throw error;
        }
        return last;
      });
      await heard;
      return rows;
    } finally {
      clearTimeout(late);
      this.seals.delete(seal);
    }
  }

  /** Everything that waits by now, in one go: in a storm of changes one message carries many. */
  private async tellAll(): Promise<void> {
    const { client } = this;
    if (!client) return;
    const waiting = inParts([...this.untold]);
    this.untold.clear();
    for (const [index, tags] of waiting.entries()) {
      const message: Message = { from: this.self, tags };
      try {
        await client.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)]);
      } catch (error) {
        for (const tag of waiting.slice(index).flat()) this.untold.add(tag);
        this.options.report('a change could not yet be told to the other processes', error);
        client.end().catch(() => {});
        return;
      }
    }
  }

  /** One query after another: the connection answers only one at a time. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    await this.client?.end().catch(() => {});
  }

  /** A connection that the network has silently forgotten shows itself here. */
  private async beat(client: pg.Client): Promise<void> {
    await this.inTurn(() => client.query('SELECT 1')).catch(() => client.end().catch(() => {}));
  }

  private again(client: pg.Client): void {
    if (this.attempt !== client) return;
    this.attempt = undefined;
    this.client = undefined;
    clearInterval(this.heartbeat);
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), this.options.pause ?? 1_000);
  }

  private hear(payload: string | undefined): void {
    try {
      const message = JSON.parse(payload ?? '') as Message;
      if (message.from !== this.self) this.options.changed(message.tags.map(String));
      else if (message.seal) this.seals.get(message.seal)?.();
    } catch (error) {
      this.options.report('a message of another process makes no sense', error);
      this.options.lost();
    }
  }
}
