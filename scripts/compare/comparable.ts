import { readXlsx } from 'hucre/xlsx';

const since = Date.now();
/** Minutes around the comparison: what both portals wrote down meanwhile they did not write in the same second. */
const AROUND_MIN = 90;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What a form was given to be sent once is drawn by lot; rows have ids that tell when they were made. */
const isDrawn = (id: string) => id[14] === '4';
const madeAt = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** What belongs to a build, to a request or to the moment, each with what stands for it. */
const PASSING: [RegExp, string][] = [
  // where React joins two pieces of text, and how it counts actions
  [/<!-- -->/g, ''],
  [/\$ACTION_(REF_)?\d+/g, '$$ACTION_$1'],
  [/<script\b[\s\S]*?<\/script>/g, ''],
  [/<link rel="(?:preload|modulepreload|stylesheet)"[^>]*>/g, ''],
  [/\/_next\/static\/[\w./~-]+/g, 'build'],
  [/\b(nonce|data-dpl-id)="[^"]*"/g, '$1=""'],
  [/name="csrfToken" value="[^"]*"/g, 'csrf'],
  [/\bk?[0-9a-f]{32,}\b/g, 'digest'],
];

/** The body as text that is equal where two portals say the same. `addresses`: where they answer. */
export async function comparable(body: Buffer, type: string, addresses: readonly string[]): Promise<string> {
  if (type.includes('spreadsheet'))
    return masked(JSON.stringify((await readXlsx(body)).sheets.map(({ rows }) => rows)), addresses);
  if (type.includes('pdf'))
    return body.toString('latin1').replace(/\(D:\d+Z?\)|\/(CreationDate|ModDate|ID)[^\n]*/g, '');
  if (/text|json|xml|javascript|calendar/.test(type)) return masked(body.toString(), addresses);
  return body.toString('base64');
}

/** The text without the names that the portals go by. */
export const withoutAddresses = (text: string, addresses: readonly string[]) =>
  addresses.reduce((rest, address) => rest.replaceAll(address, ''), text);

/** Names that React counts up, by the order in which they are met. */
function renumbered(text: string): string {
  const met = new Map<string, string>();
  return text.replace(/_[SR]_\w+_/g, (name) => {
    const number = met.get(name) ?? `_${met.size}_`;
    met.set(name, number);
    return number;
  });
}

function masked(text: string, addresses: readonly string[]): string {
  const plain = PASSING.reduce(
    (rest, [pattern, instead]) => rest.replace(pattern, instead),
    withoutAddresses(text, addresses),
  );
  return momentsMasked(
    renumbered(plain).replace(UUID, (id) => (isDrawn(id) || madeAt(id) > since - AROUND_MIN * 60_000 ? 'new' : id)),
  );
}

/** Clock times and instants of the last minutes, in the union's time and in UTC. */
function momentsMasked(text: string): string {
  const isNow = (minute: number) => Math.abs(minute - since) < AROUND_MIN * 60_000;
  return text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z/g, (instant) => (isNow(Date.parse(instant)) ? 'now' : instant))
    .replace(/\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/g, (clock, hour, minute) => {
      const today = new Date(since);
      const local = Date.UTC(
        today.getUTCFullYear(),
        today.getUTCMonth(),
        today.getUTCDate(),
        Number(hour) - 7,
        Number(minute),
      );
      return isNow(local) || isNow(local + 86_400_000) ? 'now' : clock;
    });
}
