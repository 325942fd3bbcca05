import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Token = {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  unsigned?: boolean;
  foreign?: boolean;
  /** signed by HMAC with a text that strangers may know */
  with?: string;
};
type Told = { issuer: string; clientId: string; nonce: string };

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const inBase64 = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1_000);

/** A right token, from which each lie differs in one thing. */
export const rightToken = ({ issuer, clientId, nonce }: Told): Token => ({
  header: { alg: 'RS256', kid: 'one', typ: 'JWT' },
  claims: {
    iss: issuer,
    sub: 'lan',
    aud: clientId,
    exp: seconds() + 300,
    iat: seconds(),
    auth_time: seconds() - 60,
    nonce,
    email: 'lan@demo.invalid',
    email_verified: true,
  },
});

/** Writes for as long as somebody reads. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(65_536)));
  };
  response.on('drain', more);
  more();
}

/** What it says of itself; of signatures more than the portal may take. */
const saidBy = (issuer: string, isAsked: boolean) => ({
  issuer,
  ...(isAsked && { userinfo_endpoint: `${issuer}/me` }),
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
});

/**
 * A provider that answers each code with the token made for it: for what a whole one never does. `say` replaces an answer; each comes so late, and
 * with `hides` it never says who she is.
 */
export async function openLyingProvider({ lateMs = 0, hides = false } = {}) {
  const own = pair();
  const foreign = pair();
  let told = 0;
  let token: Token | null = null;
  let says: { status: number; body: string } | 'nothing' | 'without end' | null = null;
  const server = createServer((request, response) => {
    const json = (what: unknown) =>
      void setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(what));
      }, lateMs);
    if (request.url === '/jwks')
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
    if (request.url === '/token') {
      if (says === 'nothing') return undefined;
      if (says === 'without end') return void endless(response);
      if (says) return response.writeHead(says.status, { 'content-type': 'application/json' }).end(says.body);
      return json({ access_token: 'x', token_type: 'Bearer', id_token: token && signed(token) });
    }
    if (request.url === '/me') return undefined;
    told++;
    return json(saidBy(issuer, hides));
  });
  const signed = ({ header, claims, unsigned = false, foreign: isForeign = false, with: secret }: Token) => {
    const text = `${inBase64(header)}.${inBase64(claims)}`;
    if (secret !== undefined) return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    const key = (isForeign ? foreign : own).privateKey;
    return `${text}.${unsigned ? '' : createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    /** the public half of its key, as strangers read it */
    publicKey: own.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    /** how often it said what it is */
    told: () => told,
    answerWith: (next: Token | null) => {
      [token, says] = [next, null];
    },
    say: (what: typeof says) => {
      says = what;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
