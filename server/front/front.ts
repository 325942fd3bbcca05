import type { IncomingMessage, RequestListener } from 'node:http';
import { keepBody } from '../entrance/body-kept';
import { isForeign, isOurHost, networkOf, overwriteClaims } from '../entrance/claims';
import { comesFromElsewhere, withoutDeed } from '../entrance/deed-told';
import { Entrance } from '../entrance/entrance';
import { carriesSession, KnownSessions } from '../entrance/known';
import { keepSecret, withoutSecret } from '../entrance/secret';
import { pathOf, READS, type Visit } from '../entrance/visit';
import { FORMS, JunkLimit } from '../refusals/junk';
import { declineOpenly } from '../refusals/problem';
import { QuestionLimit } from '../refusals/questions';
import { leadOn, move, refuse } from '../refusals/refuse';
import type { Answered, Place } from '../still/drawing/desk';
import { sendReply } from '../still/store/send';
import { type Destination, destinationOf } from './address';
import { tooMuch, unanswered, wrongMethod } from './declined';
import { typeOf } from './files';
import type { FrontOptions } from './front-options';
import { DEVELOPMENT_POLICY, frameHere, leaveAsPart, NEXT_POLICY, STILL_POLICY, secure } from './headers';
import { answerHealth, isHealth } from './health';
import { noteAnswered, refusalOf } from './noted';
import { allowReading, isOpenData, openDestinationOf } from './open-data/open-data';
import { decoded, type Spelling, withQuery } from './question';
import { readsItself } from './reads/reader';

export type { FrontOptions };

type Live = Extract<Destination, { kind: 'live' }>;
/** Work that is still to be waited for, if any. */
type Work = Promise<void> | undefined;

const METHODS = new Set([...READS, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate';
const POLICIES = { still: STILL_POLICY, next: NEXT_POLICY, development: DEVELOPMENT_POLICY };

/** The portal's door: every request comes in here, and every answer leaves with what it must carry. */
export class Front {
  private readonly known = new KnownSessions();
  private readonly questions = new QuestionLimit();
  private readonly entrance: Entrance;

  constructor(private readonly options: FrontOptions) {
    const { ways, limits, refused } = options;
    this.entrance = new Entrance({ ways, limits, refused, known: this.known, forms: new JunkLimit(FORMS) });
  }

  readonly handle: RequestListener = (request, response) => {
    const { trustProxy, portal, mode, leaving, log, ready } = this.options;
    if (mode === 'still' && !leaving() && ready?.send(request, response)) return;
    const claims = overwriteClaims(request, trustProxy);
    // A proxy may name the host as well; what counts is the path.
    const asked = (request.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '') || '/';
    const visit: Visit = { request, response, claims, asked };
    const open = isOpenData(asked);
    secure(response, { id: claims.id, path: asked, https: portal.protocol === 'https:', policy: POLICIES[mode], open });
    if (leaving()) response.setHeader('Connection', 'close');
    noteAnswered(visit, this.options);
    const failed = (error: unknown) => {
      log.error({ id: claims.id, path: withoutSecret(pathOf(asked)), err: error }, 'request failed');
      if (response.headersSent) response.destroy();
      else unanswered(visit, 'failed');
    };
    try {
      const work = this.answer(visit);
      if (work) work.catch(failed);
    } catch (error) {
      failed(error);
    }
  };

  /** Answers at once for a page that is kept: waiting for nothing makes it twice as fast. */
  private answer(visit: Visit): Work {
    const { request, response, claims, asked } = visit;
    const { files, readiness, documents, portal, loopback, mode } = this.options;
    const method = request.method ?? 'GET';
    const path = pathOf(asked);
    if (!METHODS.has(method)) return wrongMethod(visit, { Connection: 'close' });
    if (isHealth(path)) return answerHealth(request, response, path, readiness);
    if (!isOurHost(claims.host, portal, loopback)) {
      this.options.refused(visit, { reason: 'other-host' });
      return refuse(request, response, 421);
    }
    if (isOpenData(asked)) return this.openData(visit, method);
    if (!READS.has(method) && method !== 'OPTIONS') {
      if (isForeign(request, claims.host, portal)) {
        this.options.refused(visit, { reason: 'foreign-origin' });
        return refuse(request, response, 403);
      }
    }
    const file = decoded(path);
    if (files.has(file)) {
      if (READS.has(method)) return this.file(visit, file);
      return refuse(request, response, 405, { Allow: 'GET, HEAD' });
    }
    if (/^\/(_next\/|__nextjs)/.test(path)) {
      if (mode === 'development') return this.live(visit, asked, 'public');
      return refuse(request, response, 404);
    }
    const destination = destinationOf(asked, documents);
    if (destination.kind === 'unreadable') return refuse(request, response, 400);
    if (destination.kind === 'moved') return move(response, destination.to);
    if (destination.kind === 'live') {
      if (destination.secret) keepSecret(response, destination.secret);
      if (destination.framed) frameHere(response);
      return this.liveRead(visit, destination);
    }
    if (READS.has(method)) return this.page(visit, destination.internal, destination);
    if (method === 'POST' && destination.keep !== 'fixed') return this.live(visit, destination.internal, 'public');
    if (destination.keep === 'fixed') return this.page(visit, destination.internal, destination);
    return refuse(request, response, 405, { Allow: 'GET, HEAD, POST' });
  }

  /** For programs, which are told why they get nothing. */
  private openData(visit: Visit, method: string): Work {
    const { request, response, asked } = visit;
    const found = openDestinationOf(asked);
    if (found.kind === 'declined') return declineOpenly(request, response, found.problem, found);
    if (method === 'OPTIONS') return allowReading(response);
    return READS.has(method) ? this.page(visit, found.internal, found) : wrongMethod(visit, {});
  }

  private file({ request, response, asked }: Visit, name: string): Work {
    const { files, ready } = this.options;
    const part = leaveAsPart(response, typeOf(name));
    const kept = files.kept(name);
    if (kept && asked === name)
      ready?.learn(asked, { find: () => files.kept(name)?.reply, lifetime: kept.lifetime, heedless: false, part });
    return files.send(request, response, name);
  }

  /** A public page, for everybody the same. */
  private page(visit: Visit, internal: string, { heedless, spelling, ...place }: Place & Spelling): Work {
    const { mode, desk } = this.options;
    // Whoever works here sees her own change at once; everybody else no later than a second after.
    const kept = mode === 'still' ? desk.kept(place, carriesSession(visit.request.headers.cookie ?? '')) : undefined;
    if (!kept && this.questions.isTooMuch(networkOf(visit.claims.client), place)) return tooMuch(visit);
    if (mode !== 'still') return this.live(visit, withQuery(internal, visit.asked), 'public');
    if (kept?.kind === 'lasting' && (spelling === visit.asked || !visit.asked.includes('?'))) {
      const find = (session: boolean) => desk.reply(place, session);
      const open = isOpenData(visit.asked);
      const tally = this.options.reads?.tallyOf(place.path);
      this.options.ready?.learn(visit.asked, {
        find,
        lifetime: ASK_EACH_TIME,
        heedless: heedless ?? false,
        open,
        tally,
      });
    }
    return kept ? this.send(visit, kept, place) : this.drawnPage(visit, internal, place);
  }

  private async drawnPage(visit: Visit, internal: string, place: Place): Promise<void> {
    const { desk, junk } = this.options;
    const network = networkOf(visit.claims.client);
    const mayBeMadeUp = place.keep === 'good' && !desk.has(place.path);
    if (mayBeMadeUp && junk.exceeded(network)) return tooMuch(visit);
    const answered = await desk.ask(internal, { path: place.path, keep: place.keep, id: visit.claims.id, network });
    if ('reply' in answered && answered.reply.status === 404 && mayBeMadeUp) junk.note(network);
    this.send(visit, answered, place);
  }

  private send(visit: Visit, answered: Answered, { path }: Place): undefined {
    if (!('reply' in answered)) return unanswered(visit, answered.kind);
    const { request, response } = visit;
    if (answered.reply.status === 200) this.count(request, path);
    const lasting = answered.kind === 'lasting';
    sendReply(request, response, answered.reply, { lifetime: lasting ? ASK_EACH_TIME : 'no-cache', etag: lasting });
  }

  private count({ method, headers }: IncomingMessage, path: string): void {
    const tally = method === 'GET' && readsItself(headers) ? this.options.reads?.tallyOf(path) : undefined;
    if (tally) tally.times++;
  }

  /** What is drawn for each reader is read like a page, but where its address opens something. Of a deed it tells who comes from it alone. */
  private liveRead(visit: Visit, { internal, area, secret }: Live): Work {
    const { request, response } = visit;
    const plain = comesFromElsewhere(request.headers) ? withoutDeed(visit.asked) : visit.asked;
    if (READS.has(request.method ?? '') && plain !== visit.asked) return leadOn(response, plain);
    if (area === 'public' && !secret && request.method === 'GET')
      response.once('finish', () => response.statusCode === 200 && this.count(request, internal));
    return this.live(visit, internal, area);
  }

  /** Answers by who asks: Next draws, on a way of its own, so that no crowd of readers shuts officials out. */
  private async live(visit: Visit, internal: string, area: 'admin' | 'public'): Promise<void> {
    const { request, response, claims, asked } = visit;
    const { answer, mode } = this.options;
    const sent = keepBody(request);
    if (!(await this.entrance.enter(visit))) return;
    const outcome = await answer({ request, response, internal, asked, area, id: claims.id, mode, sent });
    if (outcome.account !== undefined) this.known.note(request, outcome.account !== null);
    const refusal = refusalOf(outcome, response.statusCode);
    if (refusal) this.options.refused(visit, refusal);
  }
}
