import { expect } from '@playwright/test';
import sharp from 'sharp';

type Answered = { path: string; status: number; type: string | null; words: string };

/** As many are asked for at once as one network may: of more a process draws some later, and says so. */
const AT_ONCE = 8;

/** What a process answers at these addresses, each with its status. */
export async function answers(origin: string, paths: readonly string[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE).map(async (path) => {
      const answer = await fetch(origin + path, { redirect: 'manual' });
      return { path, status: answer.status, type: answer.headers.get('content-type'), words: await answer.text() };
    });
    answered.push(...(await Promise.all(some)));
  }
  return answered;
}

/** Whether the card at an address shows the picture, whose colours are grey as no drawing is, beside its words. */
export async function isOnCard(url: string): Promise<boolean> {
  const answer = await fetch(url);
  expect([url, answer.status, answer.headers.get('content-type')]).toEqual([url, 200, 'image/jpeg']);
  const isSquare = /square|vuong/.test(url);
  const place = { left: isSquare ? 300 : 800, top: isSquare ? 750 : 200, width: 300, height: 200 };
  // colours are counted of all that is handed in, whatever is cut from it
  const part = await sharp(Buffer.from(await answer.arrayBuffer()))
    .extract(place)
    .png()
    .toBuffer();
  const { channels } = await sharp(part).stats();
  const means = channels.map(({ mean }) => mean);
  return Math.max(...means) - Math.min(...means) < 12 && Math.min(...means) > 90;
}

/** The card that the head of a page names, below this process. */
export async function cardOf(origin: string, path: string): Promise<string> {
  const head = await (await fetch(origin + path)).text();
  const [, card = ''] = /property="og:image" content="[^"]*?(\/(?:the|en\/cards)\/[^"?]+)/.exec(head) ?? [];
  return origin + card;
}
