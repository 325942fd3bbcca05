import type { Mark } from '../store/changes';
import type { PageStore } from '../store/page-store';
import type { Questions } from '../store/questions';
import { makeReply, type Reply } from '../store/reply';
import { GONE, MISSING } from '../tags';
import type { Drawn } from './draw';
import type { Lane } from './lane';
import { NobodyDraws } from './nobody-draws';

export type Wanted = {
  /** the page's place in the store */
  path: string;
  /**
   * `fixed`: kept whatever its status, for pages at an address of their own · `again`: the answer to a question, kept once that is asked
   * again · `never`: drawn for each request
   */
  keep: 'good' | 'fixed' | 'again' | 'never';
  /** of the request, for the log */
  id: string;
  /** where it came from: each network has its turn */
  network: string;
};

/** The place of a page, whoever asks for it. */
export type Place = Omit<Wanted, 'id' | 'network'>;

/**
 * `lasting` answers may be asked again with their ETag; `passing` ones hold for this moment (what depends on the query,
 * a missing page, a last good copy); `away`: the database gave no answer, and there is no copy.
 */
export type Answered =
  | { kind: 'lasting' | 'passing'; reply: Reply; source: 'store' | 'drawn' | 'last-good' }
  | { kind: 'busy' }
  | { kind: 'away' }
  | { kind: 'failed' };

type Options = {
  store: PageStore;
  /** what is kept of answers to questions */
  questions: Questions;
  lane: Lane;
  /** Has the page drawn; rejects when that fails. */
  draw: (url: string, id: string) => Promise<Drawn>;
  /** told of what should not happen */
  report: (what: string, page: Wanted, error?: unknown) => void;
};

type Flight = { since: Mark; answer: Promise<Answered> };

/**
 * The desk where public pages are asked for: from the store, or drawn and then kept. Readers who want one page at the
 * same time share a drawing, unless the page has changed since it began.
 */
export class Desk {
  private readonly flights = new Map<string, Flight>();

  constructor(private readonly options: Options) {}

  /** Is it no made-up address: does it lie there, if only as last good copy, or did it until something of it was taken back? */
  has(path: string): boolean {
    const { store } = this.options;
    return store.lastGood(path) !== undefined || store.gone.has(path);
  }

  /** Is it being drawn at this moment? */
  isDrawing(path: string): boolean {
    return this.flights.has(path);
  }

  /** The page as it lies in the store, at once, and as exactly as `fresh` of the store says; undefined when it must be drawn. */
  kept({ path, keep }: Place, exact = true): Answered | undefined {
    const store = this.storeFor(keep);
    const reply = keep === 'never' ? undefined : store.fresh(path, exact);
    if (reply) return { kind: keep === 'fixed' ? 'passing' : 'lasting', reply, source: 'store' };
    const missing = store.gone.reply(path, exact ? store.mark().change : undefined);
    return missing && { kind: 'passing', reply: missing, source: 'store' };
  }

  /** The same of a page that may be asked again with its ETag, as it is. */
  reply({ path, keep }: Place, exact: boolean): Reply | undefined {
    return this.storeFor(keep).fresh(path, exact);
  }

  /** The page at `url` (Next's own path and query). Never rejects. */
  async ask(url: string, wanted: Wanted): Promise<Answered> {
    const { questions } = this.options;
    const store = this.storeFor(wanted.keep);
    if (wanted.keep === 'never') return this.draw(url, wanted, () => {});
    if (wanted.keep === 'again') questions.note(wanted.path);
    const came = store.mark();
    for (;;) {
      const kept = this.kept(wanted);
      if (kept) return kept;
      const flight = this.flights.get(wanted.path);
      if (!flight) return this.takeOff(url, wanted).answer;
      if (flight.since.change >= came.change) return flight.answer;
      await flight.answer;
    }
  }

  private takeOff(url: string, wanted: Wanted): Flight {
    const flight: Flight = { since: this.storeFor(wanted.keep).mark(), answer: Promise.resolve({ kind: 'failed' }) };
    this.flights.set(wanted.path, flight);
    flight.answer = this.draw(url, wanted, (since) => {
      flight.since = since;
    }).finally(() => this.flights.delete(wanted.path));
    return flight;
  }

  private async draw(url: string, wanted: Wanted, begun: (since: Mark) => void): Promise<Answered> {
    const { lane, draw, report } = this.options;
    const leave = await lane.enter(wanted.network);
    if (!leave) return this.lastGood(wanted) ?? { kind: 'busy' };
    try {
      const since = this.storeFor(wanted.keep).mark();
      begun(since);
      const drawn = await draw(url, wanted.id);
      if (drawn.away) return this.lastGood(wanted) ?? { kind: 'away' };
      if (drawn.status >= 500) throw new Error(`drawn with status ${drawn.status}`);
      return await this.file(drawn, wanted, since);
    } catch (error) {
      report('page could not be drawn', wanted, error);
      return this.lastGood(wanted) ?? { kind: error instanceof NobodyDraws ? 'busy' : 'failed' };
    } finally {
      leave();
    }
  }

  /** Keeps what was drawn, if it is a page that everyone may get again. */
  private async file(drawn: Drawn, wanted: Wanted, since: Mark): Promise<Answered> {
    const { report } = this.options;
    const store = this.storeFor(wanted.keep);
    const { contentType, location, link, body } = drawn;
    const status = statusOf(drawn);
    if (drawn.needsScript) report('page has parts that only a script would show', wanted);
    const reply = await makeReply({
      status,
      contentType,
      body: location ? Buffer.alloc(0) : body,
      ...(location ? { location } : {}),
      ...(link ? { link } : {}),
    });
    const lasts = status === 200 || status === 307 || status === 308;
    if (wanted.keep === 'never') return { kind: 'passing', reply, source: 'drawn' };
    if (!lasts) store.takeBack(wanted.path);
    // an address that says that something was withdrawn is no made-up one, also in a process that never kept it
    if (status === 410 && !store.gone.has(wanted.path)) store.gone.note(wanted.path);
    if (status === 404 || status === 410) store.gone.noteMissing(wanted.path, reply, since);
    if (!isForEverybody(drawn, wanted)) {
      // A feed may be drawn for each request; a page that is, knows something of its reader.
      if (/^text\/html/.test(contentType)) report('page depends on its reader and is not kept', wanted);
      return { kind: 'passing', reply, source: 'drawn' };
    }
    if (lasts || wanted.keep === 'fixed') store.keep(wanted.path, reply, drawn.tags, since);
    return { kind: lasts ? 'lasting' : 'passing', reply, source: 'drawn' };
  }

  private lastGood({ path, keep }: Wanted): Answered | undefined {
    const reply = keep === 'never' ? undefined : this.storeFor(keep).lastGood(path);
    return reply && { kind: 'passing', reply, source: 'last-good' };
  }

  private storeFor(keep: Wanted['keep']): PageStore {
    return keep === 'again' ? this.options.questions : this.options.store;
  }
}

const statusOf = ({ tags, status }: Drawn) => (tags.includes(MISSING) ? 404 : tags.includes(GONE) ? 410 : status);

/**
 * May others get it again? Of a page Next says so. What answers a question Next would never keep: there it is for the page to name what
 * it is made of; one that names nothing nobody keeps.
 */
const isForEverybody = ({ keepable, setsCookie, tags }: Drawn, { keep }: Wanted): boolean =>
  !setsCookie && (keep === 'again' ? tags.length > 0 : keepable);
