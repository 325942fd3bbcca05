import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { isOurHost, lastOf } from '../../entrance/claims';
import { carriesSession } from '../../entrance/known';
import { KEEP_ALIVE } from '../../listen';
import type { Reply } from '../../still/store/reply';
import { type FieldLines, sendReply } from '../../still/store/send';
import { STILL_POLICY, safeFields } from '../headers';
import { readsItself } from '../reads/reader';
import type { Tally } from '../reads/reads';
import { type Doorplate, type Fields, headOf, readFields } from './head';
import { HeadsRead } from './heads-read';
import { ReadyAnswer } from './ready-answer';

type Source = {
  /** the reply, in the moment it is asked for */
  find: (session: boolean) => Reply | undefined;
  /** what its Cache-Control says */
  lifetime: string;
  /** Is it the same whatever the query is? */
  heedless: boolean;
  /** Open data: pages of other sites may read it. */
  open?: boolean;
  /** Is it only a part of pages? */
  part?: boolean;
  /** where its reads are counted */
  tally?: Tally | undefined;
};

/** What every answer carries for safety; and that it is kept open, where Node does not say so. */
type Carried = { safe: FieldLines; always: FieldLines };

/** A query of signs that stand for themselves, as messengers hang them on. */
const QUERY = /^\?[\w.~!$&'()*+,;=:@/?%-]*$/;

type Options = {
  /** where readers find the portal */
  portal: URL;
  /** Do names of this machine do as well? */
  loopback: boolean;
  trustProxy: boolean;
  now?: () => number;
};

/** Beyond these all are forgotten, and learnt anew from who asks; questions apart, so that they make no page forgotten. */
const TARGETS_MAX = 20_000;
const QUESTIONS_MAX = 1_000;

/**
 * Ready answers, found by the target as it stands in the request before anything else is worked out. Which targets there are
 * is learnt from the front, whenever it has answered one with what is the same for everybody.
 */
export class ReadyAnswers {
  /** how many it has answered */
  answered = 0;
  private readonly sources = new Map<string, Source>();
  private readonly questions = new Map<string, Source>();
  private readonly made = new WeakMap<Reply, ReadyAnswer>();
  private readonly readBefore = new HeadsRead();
  private readonly carried: { pages: Carried; open: Carried; parts: Carried };
  private readonly doorplate: Doorplate;
  private readonly now: () => number;

  constructor({ portal, loopback, trustProxy, now = Date.now }: Options) {
    this.now = now;
    this.doorplate = { isOurs: (host) => isOurHost(host, portal, loopback), trustProxy };
    const carried = (kind: { open?: boolean; part?: boolean }): Carried => {
      const safe = safeFields({ path: '/', https: portal.protocol === 'https:', policy: STILL_POLICY, ...kind });
      const always = [['Connection', 'keep-alive'] as const, ['Keep-Alive', `timeout=${KEEP_ALIVE / 1_000}`] as const];
      return { safe, always: [...safe, ...always] };
    };
    this.carried = { pages: carried({}), open: carried({ open: true }), parts: carried({ part: true }) };
  }

  /** From now on this target is answered with what is found there. */
  learn(target: string, source: Source): void {
    const [sources, most] = target.includes('?') ? [this.questions, QUESTIONS_MAX] : [this.sources, TARGETS_MAX];
    if (sources.size >= most) sources.clear();
    sources.set(target, source);
  }

  knows(target: string): boolean {
    return this.sources.has(target) || this.questions.has(target);
  }

  /** The answer to what a reader has sent, if it is one plain request for what lies ready; whoever lends its bytes says so. */
  answerTo(chunk: Buffer): { bytes: Buffer; lent: boolean } | undefined {
    const head = headOf(chunk);
    const source = head && this.sourceOf(head.target);
    if (!source) return undefined;
    const fields = this.read(head.fields);
    if (!fields) return undefined;
    const reply = source.find(fields.session);
    const ready = reply && (this.made.get(reply) ?? this.make(reply, source));
    const form = ready?.formFor(fields, Math.floor(this.now() / 1_000));
    // what is not ready in a form that she takes is answered, and counted, behind the door
    if (!form) return undefined;
    this.answered++;
    if (source.tally && fields.reader) source.tally.times++;
    return form;
  }

  /**
   * Answers a request that Node has read already, on a connection that was handed over before: with the same, and as early.
   * False when that is not for us to say.
   */
  send(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '', headers } = request;
    const source = method === 'GET' ? this.sourceOf(url) : undefined;
    if (!source || !this.doorplate.isOurs(this.hostOf(headers))) return false;
    const reply = source.find(carriesSession(headers.cookie ?? ''));
    if (reply?.status !== 200) return false;
    this.answered++;
    if (source.tally && readsItself(headers)) source.tally.times++;
    for (const [name, value] of this.carriedBy(source).safe) response.setHeader(name, value);
    sendReply(request, response, reply, { lifetime: source.lifetime, etag: true });
    return true;
  }

  private make(reply: Reply, source: Source): ReadyAnswer | undefined {
    if (reply.status !== 200) return undefined;
    const ready = new ReadyAnswer(reply, source.lifetime, this.carriedBy(source).always);
    this.made.set(reply, ready);
    return ready;
  }

  private carriedBy({ open, part }: Source): Carried {
    if (part) return this.carried.parts;
    return open ? this.carried.open : this.carried.pages;
  }

  private hostOf(headers: IncomingHttpHeaders): string {
    const seen = this.doorplate.trustProxy ? lastOf(headers['x-forwarded-host']) : undefined;
    return seen ?? headers.host ?? '';
  }

  private sourceOf(target: string): Source | undefined {
    const known = this.sources.get(target);
    const query = known ? -1 : target.indexOf('?');
    if (query === -1) return known;
    const question = this.questions.get(target);
    if (question) return question;
    const source = this.sources.get(target.slice(0, query));
    return source?.heedless && QUERY.test(target.slice(query)) ? source : undefined;
  }

  /** What holds a cookie or a password is read each time, and remembered by nobody. */
  private read(text: string): Fields | null {
    const before = this.readBefore.get(text);
    if (before) return before;
    const fields = readFields(text, this.doorplate);
    if (!fields || fields.secret) return fields;
    this.readBefore.set(text, fields);
    return fields;
  }
}
