import { DEMO_ACCOUNTS } from '../portal/demo.mjs';
import { comparable, withoutAddresses } from './comparable';
import { createPath } from './path';
import { signIn } from './signed-in';

/** At once: two portals answer on the same cores. */
const WALKERS = 3;
const TIMEOUT_MS = 60_000;
const CONTEXT = 60;
const READERS = 'readers';

type Say = (line: string) => void;
/** `before` and `after`: addresses like http://127.0.0.1:3000. */
type Given = { before: string; after: string; password: string; say: Say };
type Found = { compared: number; unequal: number };
type Portal = { address: string; cookie: string };
type Walk = { from: readonly string[]; signedIn: boolean; say: Say };
type Answer = { status: number; type: string; leadsTo: string; body: Buffer };

/**
 * Walks both portals by the links of the first one, as a reader and as each demonstration account, and says where their
 * answers differ. Answers with how many were compared, and how many were unequal.
 */
export async function comparePortals({ before, after, password, say }: Given): Promise<Found> {
  const total = { compared: 0, unequal: 0 };
  const walks = [{ who: READERS, from: ['/', '/en'] }];
  for (const [email] of DEMO_ACCOUNTS) walks.push({ who: email, from: ['/admin'] });
  for (const { who, from } of walks) {
    const portals = await Promise.all(
      [before, after].map(async (address) => ({
        address,
        cookie: who === READERS ? '' : await signIn(address, who, password),
      })),
    );
    const { compared, unequal } = await walk(portals, { from, signedIn: who !== READERS, say });
    say(`${who}: ${compared} compared, ${unequal} unequal`);
    total.compared += compared;
    total.unequal += unequal;
  }
  return total;
}

async function walk(portals: readonly Portal[], { from, signedIn, say }: Walk): Promise<Found> {
  const path = createPath(from, { signedIn });
  const addresses = portals.map(({ address }) => address);
  const found = { compared: 0, unequal: 0 };
  async function goOn() {
    for (let where = path.next(); where; where = path.next()) {
      const answers = await Promise.all(portals.map(({ address, cookie }) => ask(address + where, cookie)));
      const [one, other] = await Promise.all(answers.map((answer) => asText(answer, addresses)));
      path.follow(answers.flatMap(linksOf));
      found.compared += 1;
      if (one === other) continue;
      found.unequal += 1;
      say(`  unequal: ${where}\n${firstDifference(one, other)}`);
    }
  }
  // who finds nothing to do while others are at work comes again when they have found more
  while (!path.isDone()) await Promise.all(Array.from({ length: WALKERS }, goOn));
  return found;
}

async function ask(url: string, cookie: string): Promise<Answer> {
  const answer = await fetch(url, {
    headers: cookie ? { cookie } : {},
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const { status, headers } = answer;
  const type = headers.get('content-type') ?? '';
  return { status, type, leadsTo: headers.get('location') ?? '', body: Buffer.from(await answer.arrayBuffer()) };
}

async function asText({ status, type, leadsTo, body }: Answer, addresses: readonly string[]): Promise<string> {
  return `${status} ${type} ${withoutAddresses(leadsTo, addresses)}\n${await comparable(body, type, addresses)}`;
}

const linksOf = ({ type, body }: Answer): string[] =>
  type.includes('html') ? [...body.toString().matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href) : [];

function firstDifference(one = '', other = ''): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - CONTEXT), at + CONTEXT).replaceAll('\n', '⏎');
  return `    before: …${around(one)}…\n    after:  …${around(other)}…`;
}
