import type { MetadataRoute } from 'next';
import { absolute } from './metadata';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/admin', '/api/', '/dang-nhap', '/en/sign-in', '/tim-kiem', '/en/search'],
    },
    sitemap: absolute('/sitemap.xml'),
  };
}
