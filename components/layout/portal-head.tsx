/** Fetched at once, since every page shows both: the Vietnamese letters of the headings and of the text. */
export const preloadedFonts = [
  '/fonts/literata-vietnamese.woff2',
  '/fonts/be-vietnam-pro-vietnamese-400.woff2',
] as const;

/**
 * For the <head> of public pages. The script stands first and is waited for: it sets the text size the reader chose
 * before anything is painted. `data-still` keeps it when a page is stilled.
 */
export function PortalHead() {
  return (
    <>
      <meta name="theme-color" content="#3A1742" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <script src="/portal.js" data-still="" />
      {preloadedFonts.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
    </>
  );
}
