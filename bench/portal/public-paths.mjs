/** Vietnamese pages that are not one session each: what most readers read, in about the numbers of a portal of today. */
const OF_ALL_SESSIONS = /^\/(en|tap-huan)\//;

/**
 * The paths of all public pages in both languages, as search engines are told of them.
 * @param {string} base
 */
export async function publicPaths(base) {
  const sitemap = await (await fetch(`${base}/sitemap.xml`)).text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href = '']) => new URL(href).pathname);
}

/** What programs ask for, kept like pages: rows of JSON, and a sheet. */
export const OPEN_DATA = ['communes', 'indicators', 'sessions', 'coverage?format=csv'].map((name) => `/api/v1/${name}`);

/**
 * A hundred and some pages that are kept: lists, articles, models and communes, and open data.
 * @param {string} base
 */
export const keptPaths = async (base) => [
  ...(await publicPaths(base)).filter((path) => path !== '/en' && !OF_ALL_SESSIONS.test(path)),
  ...OPEN_DATA,
];
