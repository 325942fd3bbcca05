import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  // The front compresses: Next would send headers before a page could be stilled.
  compress: false,
  reactStrictMode: true,
  images: { unoptimized: true, remotePatterns: [] },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: { authInterrupts: false, serverActions: { bodySizeLimit: '1mb' } },
};

export default createNextIntlPlugin('./i18n/request.ts')(config);
