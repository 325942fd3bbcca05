import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainly, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isKnownHost, type LinkCause, type Look } from '@/domain/links/link';
import { isPublicAddress } from '@/server/outgoing/public-address';

type Address = { address: string; family: number };

/** What a test puts in the place of the network: nothing of it can be said by the surroundings. */
export type Network = {
  resolve: (host: string) => Promise<Address[]>;
  isOpen: (address: string) => boolean;
  /** besides 80 and 443 */
  port?: number;
  patience?: number;
};

const theNetwork: Network = { resolve: (host) => lookup(host, { all: true, verbatim: true }), isOpen: isPublicAddress };

/** Milliseconds for one question, and for an address with all that it leads on to: a claim of the clock holds longer. */
const PATIENCE = 10_000;
const WHOLE = 1.5;
/** Milliseconds for one of several addresses of a name, before the next is tried. */
const EACH = 2_000;
const REDIRECTS = 5;
const BYTES = 64 * 1024;
const AGENT = 'PhuNuSoDongNai-LinkCheck/1.0 (+kiem tra lien ket)';

const CERTIFICATE = /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|ERR_SSL_)/;
const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'ESERVFAIL', 'ENODATA']);

class Refused extends Error {
  constructor(readonly why: LinkCause) {
    super(why);
  }
}

const causeOf = (error: unknown): LinkCause => {
  if (error instanceof Refused) return error.why;
  const { code, name } = error as { code?: string; name?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT')
    return 'too-slow';
  if (code && NO_NAME.has(code)) return 'no-name';
  return code && CERTIFICATE.test(code) ? 'certificate' : 'no-answer';
};

/**
 * Asks whether there is something at an address. For each question its name is resolved once, all its addresses must be public, and the
 * connection goes to one of those that were looked at. Only known hosts are followed to.
 */
export async function askLink(address: string, added: readonly string[], network: Network = theNetwork): Promise<Look> {
  const patience = network.patience ?? PATIENCE;
  const whole = endAfter(patience * WHOLE);
  const within = () => endAfter(patience, whole);
  let url = new URL(address);
  let movedTo: string | undefined;
  try {
    for (let step = 0; step <= REDIRECTS; step++) {
      const { status, location } = await askOnce(url, network, within);
      if (!location) return { ...meant(status), status, ...(movedTo ? { movedTo } : {}) };
      url = new URL(location, url);
      url.hash = '';
      if (!/^https?:$/.test(url.protocol)) return { state: 'unreached', cause: 'redirects', status };
      if ((status === 301 || status === 308) && (step === 0 || movedTo)) movedTo = url.href;
      // it stands and leads on to where nobody may ask
      if (!isKnownHost(hostOf(url, network), added)) return { state: 'found', status, ...(movedTo ? { movedTo } : {}) };
    }
    return { state: 'unreached', cause: 'redirects' };
  } catch (error) {
    return { state: 'unreached', cause: causeOf(error) };
  }
}

/** Ends a question after so many milliseconds, or with the whole. Held by its timer: Node forgets a timeout that only `AbortSignal.any` knows of. */
function endAfter(milliseconds: number, whole?: AbortSignal): AbortSignal {
  const end = new AbortController();
  const late = () => end.abort(new Refused('too-slow'));
  setTimeout(late, milliseconds).unref();
  whole?.addEventListener('abort', late, { once: true });
  return end.signal;
}

/** A host by its name, with its port where that is not the usual one, or a test's. */
const hostOf = ({ host, hostname, port }: URL, network: Network) => (Number(port) === network.port ? hostname : host);

/** Who turns a program away has the page: only "not found" and "gone" say that it is not there. */
function meant(status: number): Look {
  if (status === 404 || status === 410) return { state: 'gone', cause: 'not-found' };
  return status < 400 || [401, 403, 429].includes(status) ? { state: 'found' } : { state: 'unreached', cause: 'error' };
}

type Answer = { status: number; location?: string };

async function askOnce(url: URL, network: Network, within: () => AbortSignal): Promise<Answer> {
  const head = await send('HEAD', url, network, within()).catch((error) => {
    // some servers drop a question without a body, or leave it lying, and answer the same with one
    if (['no-answer', 'too-slow'].includes(causeOf(error))) return null;
    throw error;
  });
  return head && head.status < 400 ? head : send('GET', url, network, within());
}

async function send(method: 'HEAD' | 'GET', url: URL, network: Network, signal: AbortSignal): Promise<Answer> {
  if (url.port && Number(url.port) !== network.port) throw new Refused('private');
  const pinned = await openAddressesOf(url.hostname, network, signal);
  const toPinned: LookupFunction = (_host, { all }, found) =>
    all ? found(null, [...pinned]) : found(null, pinned[0].address, pinned[0].family);
  const options: RequestOptions & { autoSelectFamilyAttemptTimeout: number } = {
    method,
    signal,
    agent: false,
    lookup: toPinned,
    autoSelectFamilyAttemptTimeout: EACH,
    maxHeaderSize: 16 * 1024,
    headers: { 'user-agent': AGENT, accept: 'text/html,*/*;q=0.5', connection: 'close' },
  };
  return new Promise((resolve, reject) => {
    const asking = (url.protocol === 'https:' ? securely : plainly)(url, options, (answer) =>
      readEnough(answer).then(resolve, reject),
    );
    asking.on('error', reject);
    asking.end();
  });
}

/** The addresses of a name, all of them public or none is taken: one that is asked again may be told another. */
async function openAddressesOf(
  host: string,
  { resolve, isOpen }: Network,
  signal: AbortSignal,
): Promise<[Address, ...Address[]]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const tooSlow = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new Refused('too-slow'));
    signal.addEventListener('abort', () => reject(new Refused('too-slow')), { once: true });
  });
  const addresses = await Promise.race([resolve(bare), tooSlow]);
  const [first, ...others] = addresses;
  if (!first) throw new Refused('no-name');
  if (!addresses.every(({ address }) => isOpen(address))) throw new Refused('private');
  return [first, ...others];
}

/** The head of an answer, and a little of its body, so that one that has no end is left. */
function readEnough(answer: IncomingMessage): Promise<Answer> {
  const status = answer.statusCode ?? 0;
  const location = [301, 302, 303, 307, 308].includes(status) ? answer.headers.location : undefined;
  return new Promise((resolve, reject) => {
    let read = 0;
    const done = () => {
      resolve({ status, ...(location ? { location } : {}) });
      answer.destroy();
    };
    answer.on('data', (piece: Buffer) => {
      read += piece.length;
      if (read >= BYTES) done();
    });
    answer.on('end', done);
    answer.on('error', reject);
    if (location) done();
  });
}
