type PortalHeadProps = {
  /** said before anything is painted; the policy knows it by its hash */
  firstWords: string;
  /** address of the script of public pages */
  script: string;
};

/**
 * The <head> of public pages. `data-still` keeps a script when a page is stilled. No font is fetched ahead: on a slow line it would take the
 * way from the styles, and nothing shows before those are there (0329).
 */
export function PortalHead({ firstWords, script }: PortalHeadProps) {
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
