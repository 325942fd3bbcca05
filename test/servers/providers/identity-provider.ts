import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Person = { email: string; verified?: boolean; amr?: string[] };

/** What the portal is told of a provider. */
export const CLIENT = { id: 'portal-under-test', other: 'another-portal', secret: 'a secret that only a test knows' };

/**
 * A whole provider of OpenID Connect on this machine (`oidc-provider`), with pages of its own: whoever it knows signs in by her name there, with any
 * password. The portal's address is registered with it.
 */
export async function openIdentityProvider(people: Map<string, Person>, portalOf: () => string | undefined) {
  let asked: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => {
    const portal = portalOf();
    // a portal that starts looks whether its provider answers, before anybody knows where it listens
    if (portal) asked ??= providerAt(issuer, people, portal).callback();
    if (asked) asked(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    surroundings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Tài khoản Đồng Nai',
    },
    /** Goes from page to page there as somebody who signs in under this name, or gives up: answers with the address of the portal to which she is led. */
    walk: (address: string, as: string | null) => walk(address, issuer, as),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const STEPS_MAX = 12;

async function walk(address: string, issuer: string, as: string | null): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: address };
  for (let step = 0; step < STEPS_MAX; step++) {
    const { url, form } = next;
    if (!url.startsWith(issuer)) return url;
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    next = to ? { url: new URL(to, url).href } : onPage(await answer.text(), url, as);
  }
  throw new Error('the provider leads nowhere');
}

/** What she does on a page there: signs in, agrees, or gives up. */
function onPage(html: string, url: string, as: string | null) {
  if (as === null) return { url: `${url}/abort` };
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  return { url, form: { prompt, ...(prompt === 'login' && { login: as, password: 'any' }) } };
}

function providerAt(issuer: string, people: Map<string, Person>, portal: string): Provider {
  return new Provider(issuer, {
    clients: [CLIENT.id, CLIENT.other].map((client_id) => ({
      client_id,
      client_secret: CLIENT.secret,
      redirect_uris: [`${portal}/api/auth/provider/callback`],
      post_logout_redirect_uris: [`${portal}/api/auth/provider/left`],
    })),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null, amr: null },
    cookies: { keys: ['a key that only a test knows'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: (_: unknown, id: string) => {
      const person = people.get(id);
      if (!person) return undefined;
      const { email, verified = true, amr } = person;
      return {
        accountId: id,
        claims: async () => ({ sub: id, email, email_verified: verified, ...(amr && { amr }) }),
      };
    },
  });
}
