import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LastingPage } from '../store/kept';
import type { Reply } from '../store/reply';
import type { Proof } from './proof';

/** The pages of a portal, as they were when it stopped. */
export type Saved = { portal: string; proof: Proof; pages: LastingPage[] };

const BODIES = ['plain', 'gzip', 'brotli'] as const;
type Bodies = Record<(typeof BODIES)[number], Buffer | undefined>;
type Entry = Omit<LastingPage, 'reply'> & {
  reply: Omit<Reply, 'made' | keyof Bodies> & { made: number };
  lengths: (number | null)[];
};

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
const DIGEST = 32;

/** Their bytes: a digest of all that follows, the length of the description, the description, the bodies. */
export function bytesOfPages({ pages, ...about }: Saved): Buffer {
  const bodies: Buffer[] = [];
  const entries = pages.map(({ reply, ...page }): Entry => {
    const { plain, gzip, brotli, made, ...rest } = reply;
    const own: Bodies = { plain, gzip, brotli };
    const lengths = BODIES.map((name) => own[name]?.length ?? null);
    bodies.push(...BODIES.flatMap((name) => own[name] ?? []));
    return { ...page, reply: { ...rest, made: made.getTime() }, lengths };
  });
  const description = Buffer.from(JSON.stringify({ ...about, pages: entries }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(description.length);
  const content = Buffer.concat([length, description, ...bodies]);
  return Buffer.concat([digestOf(content), content]);
}

/** The pages, from their bytes; undefined where a byte is missing or is another one. */
export function pagesOfBytes(bytes: Buffer): Saved | undefined {
  const content = bytes.subarray(DIGEST);
  if (content.length < 4 || !digestOf(content).equals(bytes.subarray(0, DIGEST))) return undefined;
  let at = 4 + content.readUInt32BE(0);
  const { pages, ...about } = JSON.parse(content.subarray(4, at).toString()) as Omit<Saved, 'pages'> & {
    pages: Entry[];
  };
  const body = (length: number) => {
    // bytes of its own: a page that is dropped leaves no others in memory
    const own = Buffer.from(content.subarray(at, at + length));
    at += length;
    return own;
  };
  return {
    ...about,
    pages: pages.map(({ reply, lengths, ...page }) => {
      const own = BODIES.map((name, index) => [name, lengths[index]] as const)
        .filter((one): one is [keyof Bodies, number] => typeof one[1] === 'number')
        .map(([name, length]) => [name, body(length)] as const);
      return { ...page, reply: { ...reply, made: new Date(reply.made), ...Object.fromEntries(own) } };
    }),
  };
}

/** Writes them for this account alone; whoever comes upon the file finds it whole. */
export async function writePages(file: string, saved: Saved): Promise<void> {
  const unfinished = `${file}.new`;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await rm(unfinished, { force: true });
  await writeFile(unfinished, bytesOfPages(saved), { mode: 0o600, flag: 'wx' });
  await rename(unfinished, file);
}

/** Takes them out of the file: it is there for one start. Undefined where there is none, or one that is not whole. */
export async function takePages(file: string): Promise<Saved | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  await Promise.all([rm(file, { force: true }), rm(`${file}.new`, { force: true })]);
  return bytes && pagesOfBytes(bytes);
}
