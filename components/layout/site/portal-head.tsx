import { preload } from 'react-dom';

/** Fonts fetched at once, since every page shows both: the text, and the Vietnamese letters of the headings. */
const preloadedFonts = ['/fonts/literata-vietnamese.woff2', '/fonts/be-vietnam-pro-400.woff2'] as const;

type PortalHeadProps = {
  /** said before anything is painted; the policy knows it by its hash */
  firstWords: string;
  /** address of the script of public pages */
  script: string;
};

/** The <head> of public pages. `data-still` keeps a script when a page is stilled. */
export function PortalHead({ firstWords, script }: PortalHeadProps) {
  for (const href of preloadedFonts) preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <>
      <meta name="theme-color" content="#3A1742" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: words of our own, the same on every page */}
      <script data-still="" dangerouslySetInnerHTML={{ __html: firstWords }} />
      <script src={script} defer data-still="" />
    </>
  );
}
