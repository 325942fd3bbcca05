import { createReadStream, type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { placeOfSmallest } from '@/scripts/portal/smallest.mjs';
import type { NextHandler } from '../still/drawing/draw';
import { makeReply, type Reply, withBrotli } from '../still/store/reply';
import { sendReply } from '../still/store/send';
import { partsOf } from './address';
import { PORTAL_SCRIPT } from './portal-script';

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

const FOREVER = 'public, max-age=31536000, immutable';
const A_WEEK = 'public, max-age=604800';
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate';

const PLAIN_SCRIPT = '/portal.js';

/** Larger files are read from disk each time. */
const IN_MEMORY_MAX = 1_000_000;

type File = { disk: string; lifetime: string };

/** Files that can be asked for by name, and are sent as they are. */
export interface Files {
  has(name: string): boolean;
  send(request: IncomingMessage, response: ServerResponse, name: string): Promise<void>;
  /** What lies in memory of it, if anything does. */
  kept(name: string): { reply: Reply; lifetime: string } | undefined;
}

/**
 * The files of `public/` and of Next's build, as they are at the start: only what was found then can be asked for, so no
 * address can climb out of them. Small ones are read and compressed once.
 */
export class PublicFiles implements Files {
  private readonly files = new Map<string, File>();
  private readonly replies = new Map<string, Promise<Reply>>();
  private readonly read = new Map<string, Reply>();

  constructor(private readonly root: string) {
    this.add(path.join(root, '.next/static'), '/_next/static', () => FOREVER);
    this.add(path.join(root, 'public'), '', (name) =>
      /\.(woff2|avif|webp|jpg|png|ico)$/.test(name) ? A_WEEK : ASK_EACH_TIME,
    );
    // Found by the name that changes with it, and by no other.
    if (this.files.delete(PLAIN_SCRIPT))
      this.files.set(PORTAL_SCRIPT, { disk: path.join(root, 'public', PLAIN_SCRIPT), lifetime: FOREVER });
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  kept(name: string) {
    const reply = this.read.get(name);
    return reply && { reply, lifetime: (this.files.get(name) as File).lifetime };
  }

  /** Answers with a file that is there. */
  async send(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const { disk, lifetime } = this.files.get(name) as File;
    const { size } = await stat(disk);
    if (size > IN_MEMORY_MAX) return stream(request, response, disk, { size, lifetime });
    sendReply(request, response, await this.reply(name, disk), { lifetime, etag: true });
  }

  private reply(name: string, disk: string): Promise<Reply> {
    const known = this.replies.get(name);
    if (known) return known;
    const reply = this.make(disk);
    this.replies.set(name, reply);
    reply.then(
      async (ready) => {
        this.read.set(name, ready);
        const smallest = await withBrotli(ready, 'smallest', () => true);
        this.read.set(name, smallest);
        this.replies.set(name, Promise.resolve(smallest));
      },
      () => this.replies.delete(name),
    );
    return reply;
  }

  /** With its smallest form, where the build has made that. */
  private async make(disk: string): Promise<Reply> {
    const body = await readFile(disk);
    const reply = await makeReply({ status: 200, contentType: typeOf(disk), body });
    if (reply.plain) return reply;
    const brotli = await readFile(placeOfSmallest(this.root, body)).catch(() => undefined);
    return brotli ? { ...reply, brotli, smallest: true } : reply;
  }

  private add(folder: string, prefix: string, lifetime: (name: string) => string): void {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const disk = path.join(placeOf(entry), entry.name);
      const name = path.relative(folder, disk).split(path.sep).join('/');
      if (name.split('/').some((part) => part.startsWith('.'))) continue;
      this.files.set(`${prefix}/${name}`, { disk, lifetime: lifetime(name) });
    }
  }
}

/** What a file is, by its name. */
export const typeOf = (disk: string) => TYPES[path.extname(disk)] ?? 'application/octet-stream';

/** Node 20.12 has renamed it; both names are read. */
const placeOf = (entry: Dirent) => entry.parentPath ?? entry.path;

function stream(
  request: IncomingMessage,
  response: ServerResponse,
  disk: string,
  { size, lifetime }: { size: number; lifetime: string },
): void {
  response.writeHead(200, { 'content-type': typeOf(disk), 'content-length': size, 'cache-control': lifetime });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(disk)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Files in development come and go, and Next sends them itself. */
export const developmentFiles = (root: string, next: NextHandler): Files => ({
  has: (name) => {
    if (name === PORTAL_SCRIPT) return true;
    const disk = path.join(root, 'public', ...(partsOf(encodeURI(name)) ?? ['.']));
    return existsSync(disk) && statSync(disk).isFile();
  },
  kept: () => undefined,
  send: (request, response, name) => {
    if (name === PORTAL_SCRIPT) request.url = PLAIN_SCRIPT;
    return next(request, response);
  },
});

/** The documents that Next answers under their own name, from its build; the usual ones when that cannot be read. */
export function documentsOf(root: string): ReadonlySet<string> {
  try {
    const manifest = JSON.parse(readFileSync(path.join(root, '.next/app-path-routes-manifest.json'), 'utf8'));
    const paths = Object.values(manifest as Record<string, string>);
    return new Set(paths.filter((name) => /^\/[^[\]]+\.[a-z]+$/.test(name) && !/^\/(admin|api|_)/.test(name)));
  } catch {
    return new Set(['/sitemap.xml', '/robots.txt']);
  }
}
