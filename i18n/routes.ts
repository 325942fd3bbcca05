import { signInRoutes } from './accounts/sign-in-routes';
import { filled, partsOf as partsIn } from './address-pattern';
import { documentRoutes, type Route } from './document-routes';
import { type Locale, locales } from './locales';

/** The one table of public addresses: those of files stand apart. */
export const routes = {
  ...documentRoutes,
  home: { page: '', path: { vi: '/', en: '/en' } },
  news: { page: 'news', path: { vi: '/tin-tuc', en: '/en/news' }, query: ['topic', 'commune', 'after'] },
  newsArticle: { page: 'news/[slug]', path: { vi: '/tin-tuc/[slug]', en: '/en/news/[slug]' } },
  stories: { page: 'stories', path: { vi: '/cau-chuyen', en: '/en/stories' }, query: ['topic', 'commune', 'after'] },
  story: { page: 'stories/[slug]', path: { vi: '/cau-chuyen/[slug]', en: '/en/stories/[slug]' } },
  guides: { page: 'guides', path: { vi: '/cam-nang', en: '/en/guides' }, query: ['topic', 'commune', 'after'] },
  guideCard: {
    page: 'guides/[slug]/card',
    path: { vi: '/cam-nang/[slug]/the', en: '/en/guides/[slug]/card' },
  },
  guide: { page: 'guides/[slug]', path: { vi: '/cam-nang/[slug]', en: '/en/guides/[slug]' } },
  articleByNumber: { page: 'articles/by-number/[slug]', path: { vi: '/b/[slug]', en: '/en/b/[slug]' }, live: true },
  previewLink: {
    page: 'preview/[slug]',
    path: { vi: '/xem-truoc/[slug]', en: '/en/preview/[slug]' },
    live: true,
    secret: 'unsaid',
  },
  articlePreview: {
    page: 'articles/preview/[slug]',
    path: { vi: '/xem-truoc/bai/[slug]', en: '/en/preview/articles/[slug]' },
    live: true,
    secret: 'unsaid',
    framed: true,
  },
  communeByCode: { page: 'communes/by-code/[slug]', path: { vi: '/x/[slug]', en: '/en/x/[slug]' }, live: true },
  models: { page: 'models', path: { vi: '/mo-hinh', en: '/en/models' } },
  model: { page: 'models/[slug]', path: { vi: '/mo-hinh/[slug]', en: '/en/models/[slug]' } },
  trainings: {
    page: 'trainings',
    path: { vi: '/tap-huan', en: '/en/trainings' },
    query: ['view', 'day', 'month', 'commune', 'topic', 'audience', 'mode', 'after'],
  },
  poster: {
    page: 'trainings/[slug]/poster',
    path: { vi: '/tap-huan/[slug]/ap-phich', en: '/en/trainings/[slug]/poster' },
  },
  posterDocument: {
    page: 'trainings/[slug]/poster.pdf',
    path: { vi: '/tap-huan/[slug]/ap-phich.pdf', en: '/en/trainings/[slug]/poster.pdf' },
    live: true,
  },
  session: { page: 'trainings/[slug]', path: { vi: '/tap-huan/[slug]', en: '/en/trainings/[slug]' } },
  sessionByNumber: {
    page: 'trainings/by-number/[slug]',
    path: { vi: '/th/[slug]', en: '/en/th/[slug]' },
    live: true,
  },
  signUp: {
    page: 'trainings/[slug]/sign-up',
    path: { vi: '/tap-huan/[slug]/giu-cho', en: '/en/trainings/[slug]/keep-a-seat' },
    live: true,
  },
  topicWait: { page: 'tell-me', path: { vi: '/bao-khi-co-lop', en: '/en/tell-me' }, live: true },
  ticket: { page: 'ticket/[slug]', path: { vi: '/ve/[slug]', en: '/en/ticket/[slug]' }, live: true, secret: true },
  ticketCalendar: {
    page: 'ticket/[slug]/calendar.ics',
    path: { vi: '/ve/[slug]/lich.ics', en: '/en/ticket/[slug]/calendar.ics' },
    live: true,
    secret: true,
  },
  coverage: {
    page: 'coverage',
    path: { vi: '/do-phu', en: '/en/coverage' },
    query: ['on', 'level', 'place', 'years'],
    text: 'place',
  },
  coverageBoundaries: {
    page: 'coverage/boundaries',
    path: { vi: '/do-phu/ranh-gioi', en: '/en/coverage/boundaries' },
    query: ['on', 'level', 'place', 'years'],
  },
  indicators: { page: 'indicators', path: { vi: '/chi-so', en: '/en/indicators' }, query: ['on'] },
  indicator: {
    page: 'indicators/[slug]',
    path: { vi: '/chi-so/[slug]', en: '/en/indicators/[slug]' },
    query: ['on', 'sort', 'years'],
  },
  figure: {
    page: 'figures/[slug]/[place]/[day]',
    path: { vi: '/so-lieu/[slug]/[place]/[day]', en: '/en/figures/[slug]/[place]/[day]' },
    many: true,
  },
  figureByNumber: { page: 'figures/by-number/[slug]', path: { vi: '/sl/[slug]', en: '/en/sl/[slug]' }, live: true },
  openData: { page: 'open-data', path: { vi: '/du-lieu-mo', en: '/en/open-data' } },
  commune: { page: 'communes/[slug]', path: { vi: '/xa-phuong/[slug]', en: '/en/communes/[slug]' } },
  search: {
    page: 'search',
    path: { vi: '/tim-kiem', en: '/en/search' },
    query: ['q', 'kind', 'commune', 'topic', 'from', 'to', 'year', 'language', 'after'],
    text: 'q',
  },
  about: { page: 'about', path: { vi: '/gioi-thieu', en: '/en/about' } },
  subscriptions: {
    page: 'subscriptions',
    path: { vi: '/theo-doi', en: '/en/follow' },
    query: ['commune', 'topic', 'alerts'],
  },
  privacy: { page: 'privacy', path: { vi: '/quyen-rieng-tu', en: '/en/privacy' } },
  accessibility: { page: 'accessibility', path: { vi: '/tro-nang', en: '/en/accessibility' } },
  certificates: { page: 'certificates', path: { vi: '/chung-nhan', en: '/en/certificates' }, live: true },
  certificate: {
    page: 'certificates/[slug]',
    path: { vi: '/chung-nhan/[slug]', en: '/en/certificates/[slug]' },
    live: true,
  },
  reportCheck: { page: 'reports/check', path: { vi: '/bao-cao/kiem-tra', en: '/en/reports/check' }, live: true },
  ...signInRoutes,
  personalCalendar: {
    page: 'calendar/[slug]',
    path: { vi: '/lich/[slug]', en: '/en/calendar/[slug]' },
    live: true,
    secret: true,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
export type Query = Record<string, string | undefined>;

/** The address of a page in a language. Query entries that are undefined are left out. */
export function hrefTo(
  locale: Locale,
  name: RouteName,
  params: Record<string, string> = {},
  query: Query = {},
): string {
  const path = filled(routes[name].path[locale], (key) => encodeURIComponent(params[key] ?? ''));
  const asked = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return asked.length ? `${path}?${new URLSearchParams(asked)}` : path;
}

/** `still`: one page for everyone, kept. `asked`: depends on the query. `live`: depends on who asks, or is no page. */
export type Address = {
  internal: string;
  kind: 'still' | 'asked' | 'live';
  locale: Locale;
  name: RouteName;
  secret?: Route['secret'];
  framed?: true;
};

/** The word by which addresses of a kind say what they lead to, in a language: "tin-tuc" of "/tin-tuc/[slug]". */
export const wordOf = (locale: Locale, name: RouteName): string =>
  routes[name].path[locale].split('/').findLast((part) => !part.startsWith('[')) ?? '';

/** Which page answers a public address; null when the portal has no such page. */
export function resolveAddress(pathname: string, search: URLSearchParams): Address | null {
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    for (const locale of locales) {
      const parts = partsIn(route.path[locale], pathname);
      if (parts === null) continue;
      if (asksMore(route, search)) return null;
      const page = filled(`/${locale}${route.page && `/${route.page}`}`, (key) => parts[key] ?? '');
      const secret = route.secret && { secret: route.secret, ...(route.framed && { framed: route.framed }) };
      const internal = page + partsOf(route.narrowedBy, search);
      if (route.live) return { internal, kind: 'live', locale, name, ...secret };
      const asked = route.query?.some((key) => search.has(key));
      return { internal: asked ? `${page}/asked` : page, kind: asked ? 'asked' : 'still', locale, name };
    }
  }
  return null;
}

/** Is a document asked by a key that it neither knows nor ignores? */
const asksMore = ({ narrowedBy, others }: Route, search: URLSearchParams): boolean =>
  narrowedBy !== undefined && others === undefined && [...search.keys()].some((key) => !narrowedBy.includes(key));

/**
 * The keys that narrow a document, as parts of a path; a value that names nothing ("?commune=") is a part that leads
 * nowhere.
 */
const partsOf = (keys: readonly string[] | undefined, search: URLSearchParams): string =>
  (keys ?? [])
    .filter((key) => search.has(key))
    .map((key) => `/${key}/${/^[a-z0-9]+(-[a-z0-9]+)*$/.exec(search.get(key) ?? '')?.[0] ?? '-'}`)
    .join('');

/** The page that says "there is no such page", in the language of the address. */
export const missingPath = (pathname: string) => (/^\/en(\/|$)/.test(pathname) ? '/en/missing' : '/vi/missing');
