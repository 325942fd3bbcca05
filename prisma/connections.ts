import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { env } from '@/domain/ground/env';
import { after, CONNECT_MS, Door, isSilence, type Limits, LONG, Silence, usual } from './away';
import { outside } from './outside';
import { type Asked, Rounds } from './rounds/rounds';
import { presentWitness, type Witness } from './witness';

/** The database ends a statement by itself. When it does not even do that, its connection is cut after this much more. */
const GRACE_MS = 1_000;
/** Milliseconds after which a connection that nobody used is closed: one that is new has to learn all tables anew. */
const UNUSED_MS = 10 * 60_000;
/** Connections for long work, beside the others. */
const LONG_MOST = 3;
/** Milliseconds that a transaction may lie open without a statement, its locks held. */
const IDLE_MS = 30_000;

const optionsOf = ({ statement, lock }: Limits) =>
  [
    'role=portal_app',
    'timezone=UTC',
    // what takes milliseconds to answer takes longer to compile
    'jit=off',
    `statement_timeout=${statement}`,
    `lock_timeout=${lock}`,
    `idle_in_transaction_session_timeout=${IDLE_MS}`,
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');

/** The callback of the driver: an error or none, then the answer. */
type Told = (error: never, ...answer: never[]) => void;
type Tell = (error: unknown, ...answer: unknown[]) => void;
type Sent = string | { text?: string; name?: string };

/** Writes down that an answer in the making lacks one of the database. */
const noteSilence = (witness: Witness | undefined) => (error: unknown) => {
  if (isSilence(error)) witness?.silent();
};

/** `plansAnew`: each statement is planned for what it asks for, as is worth it where a plan for nobody in particular takes minutes. */
type Setting = pg.ClientConfig & { door: Door; patience: number; limits: Limits; plansAnew: boolean };

/** A connection that does not wait for ever: what gives no answer is cut, so that nobody is handed it again. */
class Connection extends pg.Client {
  private readonly statementMs: number;
  private readonly connectMs: number;
  private readonly door: Door;
  private readonly plansAnew: boolean;
  private isPlanningOnce = false;
  private isInTransaction = false;

  constructor({ door, patience, limits, plansAnew, ...config }: Setting) {
    super({ ...config, connectionTimeoutMillis: 0 });
    this.door = door;
    this.plansAnew = plansAnew;
    this.statementMs = limits.statement;
    this.connectMs = CONNECT_MS * patience;
  }

  cut(): void {
    (this as unknown as { connection: { stream: { destroy: (why: Error) => void } } }).connection.stream.destroy(
      new Silence('The database gave no answer.'),
    );
  }

  override connect(told?: Told): never {
    const askedAt = this.door.now();
    // it outlives the answer for which it is made: what waited for it is let go of, with the clocks of both
    const arrived = outside(() => after(this.connectMs, () => this.cut()));
    let tell = told as Tell | undefined;
    const noted: Tell = (error, ...rest) => {
      arrived();
      if (error && isSilence(error)) this.door.silent(askedAt);
      tell?.(error, ...rest);
      tell = undefined;
    };
    return outside(() => super.connect(noted as never)) as never;
  }

  override query(...asked: unknown[]): never {
    this.planAs(asked[0] as Sent);
    const ended = this.watch();
    const told = asked.at(-1);
    if (typeof told === 'function') {
      asked[asked.length - 1] = (error: unknown, answer: unknown) => {
        ended(error);
        told(error, answer);
      };
      return this.ask(asked) as never;
    }
    const answer = this.ask(asked) as Promise<unknown>;
    answer.then(() => ended(null), ended);
    return answer as never;
  }

  /**
   * PostgreSQL holds planning for cheaper than it is: it is told to plan once what has a name. Never within a transaction, whose end would
   * take the setting back, nor for long work.
   */
  private planAs(sent: Sent): void {
    if (this.plansAnew) return;
    const isNamed = typeof sent === 'object' && Boolean(sent.name);
    if (!this.isInTransaction && isNamed !== this.isPlanningOnce) {
      this.isPlanningOnce = isNamed;
      // where this fails, what is asked behind it fails as well, and says so
      this.ask([`SET plan_cache_mode = ${isNamed ? 'force_generic_plan' : 'auto'}`, () => {}]);
    }
    const text = textOf(sent);
    if (/^BEGIN\b/i.test(text)) this.isInTransaction = true;
    else if (/^(COMMIT|ROLLBACK)$/i.test(text)) this.isInTransaction = false;
  }

  private ask(asked: unknown[]): unknown {
    return (super.query as (...parts: unknown[]) => unknown)(...asked);
  }

  /** Waits as long as the database was told to, and a little more. */
  private watch(): (error: unknown) => void {
    const witness = presentWitness();
    witness?.asked();
    const note = noteSilence(witness);
    const askedAt = this.door.now();
    const answered = after(this.statementMs + GRACE_MS, () => {
      this.door.silent(askedAt);
      this.cut();
    });
    return (error) => {
      answered();
      if (error) note(error);
      if (!error || !isSilence(error)) this.door.answered(askedAt);
    };
  }
}

const textOf = (sent: Sent) => (typeof sent === 'string' ? sent : (sent?.text ?? ''));

/** `long`: how many more there are for long work alone. */
type Opening = {
  url: string;
  most: number;
  patience?: number;
  limits?: Limits;
  long?: number;
  plansAnew?: boolean;
};

// One pool a process, and one mark of long work: the front asks through it too, and Next loads modules in more than one graph. Whoever
// had a mark of her own would ask the pool for long work unheard.
const world = globalThis as { portalConnections?: pg.Pool; portalLongWork?: AsyncLocalStorage<boolean> };
world.portalLongWork ??= new AsyncLocalStorage();
const atLongWork = world.portalLongWork;

/** A transaction or a question that is begun here has a connection of long work; what is asked beside it has none. */
export const beginLongWork = <Value>(begin: () => Value): Value => atLongWork.run(true, begin);
/** What a long transaction does: whatever it asks beside itself is usual work again. */
export const withinLongWork = <Value>(run: () => Value): Value => atLongWork.run(false, run);

/** The clock of one that nobody uses would hold the answer that had it last. */
function givenBackApart(client: pg.PoolClient): pg.PoolClient {
  const { release } = client;
  client.release = (error) => outside(() => release(error));
  return client;
}

/** The portal's connections to the database. Every one works as portal_app, and every wait for one has an end. */
class Connections extends pg.Pool {
  private readonly idle = new Set<Connection>();
  private readonly rounds = new Rounds((asked) => super.query(asked as never) as never);
  /** of long work alone: whoever draws a page never waits for it */
  private readonly apart: Connections | undefined;

  constructor(
    { url, most, patience = 1, limits = usual(patience), long = 0, plansAnew = false }: Opening,
    private readonly door = new Door(),
  ) {
    // the pool hands what it does not know itself to each connection
    const setting: pg.PoolConfig & Pick<Setting, 'door' | 'patience' | 'limits' | 'plansAnew'> = {
      connectionString: url,
      max: most,
      options: optionsOf(limits),
      keepAlive: true,
      connectionTimeoutMillis: limits.turn,
      idleTimeoutMillis: UNUSED_MS,
      allowExitOnIdle: true,
      Client: Connection as never,
      door,
      patience,
      limits,
      plansAnew,
    };
    super(setting);
    this.apart =
      long > 0 ? new Connections({ url, most: long, patience, limits: LONG, plansAnew: true }, door) : undefined;
    this.on('error', () => {}); // one that nobody uses was cut; it is replaced when somebody needs it
    this.on('acquire', (client) => this.idle.delete(client as unknown as Connection));
    this.on('release', (_, client) => this.idle.add(client as unknown as Connection));
    this.on('remove', (client) => this.idle.delete(client as unknown as Connection));
    door.onSilence = () => this.cutIdle();
  }

  /** The database was silent: the connections that nobody uses may be as dead as the one that was asked. */
  private cutIdle(): void {
    for (const connection of this.idle) connection.cut();
    this.idle.clear();
    this.apart?.cutIdle();
  }

  /** What the driver of Prisma asks goes in rounds, long questions in rounds of their own; what others ask goes as it is. */
  override query(...asked: unknown[]): never {
    if (this.apart && atLongWork.getStore()) return this.apart.query(...asked);
    const [first] = asked as [Partial<Asked>];
    if (asked.length === 1 && first.rowMode === 'array') return this.rounds.ask(first as Asked) as never;
    return (super.query as (...parts: unknown[]) => unknown)(...asked) as never;
  }

  override connect(told?: Told): never {
    if (this.apart && atLongWork.getStore()) return this.apart.connect(told);
    const note = noteSilence(presentWitness());
    const coming: Promise<pg.PoolClient> = this.door.admits()
      ? super.connect().then(givenBackApart)
      : Promise.reject(new Silence('The database gives no answer at present.'));
    coming.catch(note);
    if (!told) return coming as never;
    const tell = told as Tell;
    coming.then(
      (client) => tell(undefined, client, client.release),
      (error: unknown) => tell(error, undefined, () => {}),
    );
    return undefined as never;
  }
}

export const openConnections = (opening: Opening) => new Connections(opening) as unknown as pg.Pool;

world.portalConnections ??= openConnections({
  url: env.DATABASE_URL,
  most: env.DATABASE_CONNECTIONS,
  long: Math.min(LONG_MOST, env.DATABASE_CONNECTIONS),
  patience: env.DATABASE_PATIENCE,
});
export const connections = world.portalConnections;
