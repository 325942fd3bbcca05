import type { MetadataRoute } from 'next';

/** The portal on a phone's home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Phụ nữ số Đồng Nai',
    short_name: 'Phụ nữ số',
    lang: 'vi',
    start_url: '/',
    display: 'standalone',
    background_color: '#FBF5E8',
    theme_color: '#3A1742',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    ],
  };
}
