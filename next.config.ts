import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  // The front compresses: Next would send headers before a page could be stilled.
  compress: false,
  // Kept pages have names of their own; a name for what Next drew, before it is stilled, would be read by nobody.
  generateEtags: false,
  reactStrictMode: true,
  // `npm run check` and `npm test` hold the types; a first start need not wait for them once more.
  typescript: { ignoreBuildErrors: true },
  // Title and description stand in the head from the start: nothing on a still page could move them there.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: ['@node-rs/argon2', '@react-pdf/renderer', 'esbuild', 'nodemailer', 'pg', 'pino', 'sharp'],
  experimental: {
    authInterrupts: false,
    serverActions: { bodySizeLimit: '12mb' },
    // The first build puts nothing by for a second one, which most never make: a third of its work, and 230 MB.
    turbopackFileSystemCacheForBuild: existsSync(fileURLToPath(new URL('./.next/BUILD_ID', import.meta.url))),
  },
};

/** The server lends Next its page store; a build has none and needs none, and could not load TypeScript. */
const pageStore: NextConfig = {
  cacheHandler: fileURLToPath(new URL('./server/still/next/cache-handler.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
};

const withWords = createNextIntlPlugin('./i18n/request.ts');

const serves = new Set([PHASE_PRODUCTION_SERVER, PHASE_DEVELOPMENT_SERVER]);

export default (phase: string) => withWords({ ...config, ...(serves.has(phase) ? pageStore : {}) });
