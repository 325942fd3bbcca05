import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { FORGET } from './tags';

const CHANNEL = 'still_pages';
/** PostgreSQL takes at most 8,000 bytes in one message. */
const MESSAGE_MAX = 7_000;
const HEARTBEAT = 15_000;
const ANSWER_WITHIN = 5_000;

type Options = {
  url: string;
  /** Another process says that these have changed. */
  changed: (tags: string[]) => void;
  /** The link was away: nobody knows what was missed. */
  lost: () => void;
  report: (what: string, error?: unknown) => void;
  /** milliseconds between two tries to come back */
  pause?: number;
};

type Message = { from: string; tags: string[] };

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

  constructor(private readonly options: Options) {}

  get connected(): boolean {
    return this.client !== undefined;
  }

  /** Resolves after the first try, whether it worked or not; goes on trying until stopped. */
  async start(): Promise<void> {
    const { url, lost, report } = this.options;
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
      application_name: 'portal still pages',
    });
    this.attempt = client;
    client.on('error', () => {});
    client.once('end', () => this.again(client));
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
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

  /** Rows of a query over the link; rejects while it is away. */
  query(sql: string): Promise<Record<string, unknown>[]> {
    return this.inTurn(async () => {
      if (!this.client) throw new Error('no link to the database');
      return (await this.client.query(sql)).rows;
    });
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
    } catch (error) {
      this.options.report('a message of another process makes no sense', error);
      this.options.lost();
    }
  }
}

/** Lists of tags short enough for one message each; "forget" goes with each of them. */
export function inParts(tags: string[]): string[][] {
  const always = tags.filter((tag) => tag === FORGET);
  const parts: string[][] = [];
  let part: string[] = [];
  let length = 0;
  for (const tag of tags) {
    if (tag === FORGET) continue;
    const bytes = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (part.length && length + bytes > MESSAGE_MAX) {
      parts.push([...part, ...always]);
      part = [];
      length = 0;
    }
    part.push(tag);
    length += bytes;
  }
  if (part.length) parts.push([...part, ...always]);
  return parts;
}
