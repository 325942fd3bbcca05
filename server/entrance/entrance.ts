import type { IncomingMessage } from 'node:http';
import type { JunkLimit } from '../refusals/junk';
import { refuse, sorry } from '../refusals/refuse';
import type { NoteRefused } from '../refusals/refused-log';
import { type Bounds, type Received, receiveBody } from './body';
import { networkOf } from './claims';
import type { KnownSessions } from './known';
import { Rooms } from './room';
import { pathOf, READS, type Visit } from './visit';
import type { Ways } from './ways';

/** The bounds of a body: of a form without an account, of the signed-in area, with a sheet or a picture in it, and of one part of a file. */
export type Limits = { form: Bounds; work: Bounds; upload: Bounds; part: Bounds };

const AT_ONCE = { patience: 10_000, patiencePerMegabyte: 0 };

export const LIMITS: Limits = {
  form: { bytes: 64_000, fields: 200, ...AT_ONCE },
  work: { bytes: 1_000_000, fields: 5_000, ...AT_ONCE },
  upload: { bytes: 12_000_000, fields: 5_000, patience: 10_000, patiencePerMegabyte: 20_000 },
  // by a signal that carries half a kilobyte in a second the smallest part is there in a minute
  part: { bytes: 524_288, fields: 0, patience: 60_000, patiencePerMegabyte: 0 },
};

type Options = {
  ways: Ways;
  known: KnownSessions;
  /** forms that came from a network, counted before any of them is read */
  forms: JunkLimit;
  limits: Limits;
  refused: NoteRefused;
};

/**
 * The way in to whatever depends on who asks: first the body, whole and within its bounds, then a place on the way of
 * officials or on that of everybody else. Who sends slowly holds no place meanwhile.
 */
export class Entrance {
  private readonly rooms = new Rooms();

  constructor(private readonly options: Options) {}

  /** Resolves to what is to be called on leaving, or to null when the visitor has been answered here. */
  async enter(visit: Visit): Promise<(() => void) | null> {
    const { request, response, claims } = visit;
    const { known, ways } = this.options;
    const who = { network: networkOf(claims.client), known: known.has(request) };
    if (!READS.has(request.method ?? '')) {
      const received = await this.receive(visit, who);
      if (received !== 'whole') return this.declined(visit, received);
    }
    const leave = await (who.known ? ways.signedIn : ways.strangers).enter(who.network);
    if (!leave) return this.busy(visit);
    response.once('close', leave);
    if (response.closed) leave();
    return leave;
  }

  private async receive({ request, response, asked }: Visit, who: { network: string; known: boolean }) {
    const { forms, limits } = this.options;
    if (!who.known) {
      if (forms.exceeded(who.network)) return 'too-often';
      forms.note(who.network);
    }
    const room = this.rooms.for(who);
    response.once('close', room.leave);
    return receiveBody({ request, response, bounds: boundsOf(request, pathOf(asked), limits), take: room.take });
  }

  private declined(visit: Visit, reason: Exclude<Received, 'whole'> | 'too-often'): null {
    const { request, response, claims } = visit;
    if (reason === 'gone') return null;
    this.options.refused(visit, { reason });
    // The rest of the body is not waited for.
    response.once('finish', () => request.destroy());
    if (reason === 'no-room') response.setHeader('Connection', 'close');
    if (reason === 'no-room') sorry(request, response, { id: claims.id, status: 503, retryAfter: 5 });
    else if (reason === 'too-often') refuse(request, response, 429, { Connection: 'close', 'Retry-After': '5' });
    else refuse(request, response, STATUS[reason], { Connection: 'close' });
    return null;
  }

  private busy({ request, response, claims }: Visit): null {
    sorry(request, response, { id: claims.id, status: 503, retryAfter: 5 });
    return null;
  }
}

const STATUS = { 'too-long': 413, 'too-many-fields': 413, unreadable: 400, late: 408 } as const;

/** Sheets and pictures come as multipart only, and only in the signed-in area. */
function boundsOf({ headers }: IncomingMessage, path: string, { form, work, upload, part }: Limits): Bounds {
  // a report that somebody holds is hashed and dropped
  if (/^\/api\/(attendance\/|peer-lessons\/|reports$)/.test(path)) return work;
  if (/^\/api\/uploads\/[^/]+$/.test(path)) return part;
  if (!/^\/admin(\/|$)/.test(path)) return form;
  return /^multipart\//i.test(headers['content-type'] ?? '') ? upload : work;
}
