import { setTimeout as wait } from 'node:timers/promises';
import type { Known, Look } from './looks/look';
import { publicLooks } from './looks/public-looks';
import { signedInLooks } from './looks/signed-in-looks';
import { type Judge, judgeBy } from './statement';

/** At once: as many as a small machine draws side by side. */
const WALKERS = 3;
const TIMEOUT_MS = 60_000;
/** Times that it comes back where it asked more than one network may in a while. */
const COMES_BACK = 5;
/** After so many pages it says how far it has come. */
const SAID_EVERY = 250;
/** So many that are wrong are said at once. */
const SHOWN = 40;

/** Who looks, with the cookie that she is known by (readers have none), and at which communes' pages. */
export type Looker = { name: string; cookie: string; communes: 'all' | 'public' | readonly string[] };
export type Found = { looks: number; statements: number; wrong: string[] };

type How = {
  /** hears how far it is */
  say?: (line: string) => void;
  /** leaves places out; without it none is */
  isMeant?: (look: Look) => boolean;
};

/** Looks at every place that tells a figure of coverage, and compares what it says with what is true. */
export async function crawl(
  portal: string,
  lookers: readonly Looker[],
  known: Known,
  { say = () => {}, isMeant = () => true }: How = {},
): Promise<Found> {
  const found: Found = { looks: 0, statements: 0, wrong: [] };
  const judge = judgeBy(known.truth);
  for (const looker of lookers) {
    const all = looker.communes === 'public' ? publicLooks(known) : signedInLooks(looker.communes, known);
    const looks = all.filter(isMeant);
    say(`${looker.name}: ${looks.length} pages and sheets`);
    const goOn = async () => {
      for (let look = looks.shift(); look; look = looks.shift()) {
        for (const wrong of await take(portal, look, looker, { found, judge })) {
          found.wrong.push(wrong);
          if (found.wrong.length <= SHOWN) say(wrong);
        }
        if (found.looks % SAID_EVERY === 0)
          say(`… ${found.looks} pages and sheets, ${found.statements} figures, ${found.wrong.length} wrong`);
      }
    };
    await Promise.all(Array.from({ length: WALKERS }, goOn));
  }
  return found;
}

/** Looks at one place; answers with what is wrong there. */
async function take(
  portal: string,
  look: Look,
  looker: Looker,
  { found, judge }: { found: Found; judge: Judge },
): Promise<string[]> {
  const where = `${looker.name} ${look.address}`;
  found.looks += 1;
  const body = await ask(portal + look.address, looker.cookie);
  if (typeof body === 'number') return [`${where}: answers ${body}`];
  const told = 'read' in look ? look.read(body.toString('utf8')) : await look.readBook(body);
  found.statements += told.length;
  if (told.length === 0) return [`${where}: tells no figure`];
  return told.flatMap((statement) => {
    const wrong = judge(statement, look.day, where);
    return wrong ? [`${where}: ${wrong}`] : [];
  });
}

/** What an address answers; its status where that is no answer. Who is told to come back later comes back then. */
async function ask(url: string, cookie: string, times = COMES_BACK): Promise<Buffer | number> {
  const answer = await fetch(url, { headers: cookie ? { cookie } : {}, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 429 || times === 0) return answer.status === 200 ? body : answer.status;
  await wait(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
  return ask(url, cookie, times - 1);
}
