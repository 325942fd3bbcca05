import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';
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
  // What a page loads early stands in its head, kept or drawn for one reader, and not in fields beside it that nobody keeps.
  reactMaxHeadersLength: 0,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@react-pdf/renderer',
    '@resvg/resvg-js',
    'esbuild',
    'nodemailer',
    'pg',
    'pino',
    'sharp',
  ],
  // Messages are read once a process, and not once for each page.
  turbopack: { resolveAlias: { 'use-intl/format-message': './i18n/format-message.ts' } },
  experimental: {
    authInterrupts: false,
    // A page is loaded when it is first asked for: all of them at once are 0.8 s and 200 MB before the first answer.
    preloadEntriesOnStart: false,
    serverActions: { bodySizeLimit: '12mb' },
    // The first build puts nothing by for a second one, which most never make: a third of its work, and 230 MB.
    turbopackFileSystemCacheForBuild: existsSync(fileURLToPath(new URL('./.next/BUILD_ID', import.meta.url))),
  },
};

/** The server lends Next its page store: here in development, otherwise in server/next-config.ts. A build needs none. */
const pageStore: NextConfig = {
  cacheHandler: fileURLToPath(new URL('./server/still/next/cache-handler.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
};

const withWords = createNextIntlPlugin('./i18n/request.ts');

export default (phase: string) => withWords({ ...config, ...(phase === PHASE_DEVELOPMENT_SERVER ? pageStore : {}) });
