import { gunzipSync } from 'node:zlib';
import type { Answered, Wanted } from './desk';
import type { Drawn } from './draw';

type Making = {
  words?: string;
  tags?: string[];
  status?: number;
  keepable?: boolean;
  setsCookie?: boolean;
  location?: string;
  away?: boolean;
};

/** A page as Next would have drawn it. */
export const drawnOf = ({ words = 'trang', tags = ['articles'], keepable = true, ...rest }: Making): Drawn => ({
  status: rest.status ?? 200,
  contentType: 'text/html; charset=utf-8',
  setsCookie: rest.setsCookie ?? false,
  needsScript: false,
  tags,
  keepable,
  away: rest.away ?? false,
  body: Buffer.from(`<h1>${words}</h1>`),
  ...(rest.location ? { location: rest.location } : {}),
});

/** A reader of her own for each page. */
export const good = (path: string): Wanted => ({ path, keep: 'good', id: 'test', network: path });
export const wordsOf = (answered: Answered) =>
  'reply' in answered ? gunzipSync(answered.reply.gzip ?? Buffer.alloc(0)).toString() : answered.kind;

/** A drawing that waits until it is told to end. */
export function held(making: Making = {}) {
  let end: () => void = () => {};
  const drawn = new Promise<Drawn>((resolve) => {
    end = () => resolve(drawnOf(making));
  });
  return { drawn, end };
}
