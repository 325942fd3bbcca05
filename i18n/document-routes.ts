import type { Locale } from './locales';

/**
 * A public address in both languages. With a key of `query` in the address its `asked` page in `app/[locale]/(asked)`
 * is rendered for each request; without one the still page answers.
 */
export type Route = {
  /** the folder below `app/[locale]/(public)` */
  page: string;
  /** the address that readers see */
  path: Record<Locale, string>;
  query?: readonly string[];
  /** the key of a text that decides what its `asked` page says, where no other key of `query` is asked: that is kept once the same text is asked again */
  text?: string;
  /** as many addresses as days and places: one is kept once it is asked again, apart from pages, so that no walk through them pushes a page out */
  many?: true;
  /** `?v=` says which form of it is meant, for those who keep what they fetched: it leads to the same, like every other query */
  versioned?: true;
  /** a handler answers, and nothing is kept */
  live?: true;
  /** what stands in the address opens something: no other site and no log is told, and where it is `unsaid` no page of the portal either */
  secret?: true | 'unsaid';
  /** a page of the signed-in area shows it in a frame */
  framed?: true;
} & Document;

/**
 * A document that is another one for each value of these keys: they become parts of its own path, and it is kept. No other key is answered,
 * but where `others` are ignored.
 */
type Document = { narrowedBy?: readonly string[]; others?: 'ignored' };

/** Public addresses of files: what answers is no page, and kept like one. */
export const documentRoutes = {
  coveragePicture: {
    page: 'coverage.png/[slug]',
    path: { vi: '/do-phu/hinh/[slug].png', en: '/en/coverage/pictures/[slug].png' },
    live: true,
    narrowedBy: ['level', 'on', 'years'],
  },
  coverageDrawing: {
    page: 'coverage.svg/[slug]',
    path: { vi: '/do-phu/hinh/[slug].svg', en: '/en/coverage/pictures/[slug].svg' },
    live: true,
    narrowedBy: ['level', 'on', 'years'],
  },
  indicatorPicture: {
    page: 'indicator.png/[slug]',
    path: { vi: '/chi-so/hinh/[slug].png', en: '/en/indicators/pictures/[slug].png' },
    live: true,
    narrowedBy: ['on', 'years'],
  },
  indicatorDrawing: {
    page: 'indicator.svg/[slug]',
    path: { vi: '/chi-so/hinh/[slug].svg', en: '/en/indicators/pictures/[slug].svg' },
    live: true,
    narrowedBy: ['on', 'years'],
  },
  coverageSheet: {
    page: 'coverage.csv',
    path: { vi: '/ty-le-bao-phu.csv', en: '/en/coverage.csv' },
    live: true,
    narrowedBy: ['level', 'on'],
  },
  sessionCard: {
    page: 'session-card.png/[shape]/[slug]',
    path: { vi: '/the/[shape]/tap-huan/[slug].png', en: '/en/cards/[shape]/trainings/[slug].png' },
    live: true,
    versioned: true,
    many: true,
  },
  figureCard: {
    page: 'figure-card.png/[shape]/[slug]/[place]/[day]',
    path: {
      vi: '/the/[shape]/so-lieu/[slug]/[place]/[day].png',
      en: '/en/cards/[shape]/figures/[slug]/[place]/[day].png',
    },
    live: true,
    versioned: true,
    many: true,
  },
  shareCard: {
    page: 'share-card.png/[shape]/[of]/[slug]',
    path: { vi: '/the/[shape]/[of]/[slug].png', en: '/en/cards/[shape]/[of]/[slug].png' },
    live: true,
    versioned: true,
  },
  pictureCard: {
    page: 'picture-card.jpg/[shape]/[of]/[slug]',
    path: { vi: '/the/[shape]/[of]/[slug].jpg', en: '/en/cards/[shape]/[of]/[slug].jpg' },
    live: true,
    versioned: true,
  },
  // one address in both languages: what is seen on it is not said
  picture: {
    page: 'picture.file/[slug]/[format]',
    path: { vi: '/hinh/[slug].[format]', en: '/hinh/[slug].[format]' },
    live: true,
    versioned: true,
  },
  sound: {
    page: 'sounds/[slug]/[format]',
    path: { vi: '/nghe/[slug].[format]', en: '/en/listen/[slug].[format]' },
    live: true,
  },
  previewSound: {
    page: 'preview/[slug]/sounds/[sound]/[format]',
    path: { vi: '/xem-truoc/[slug]/nghe/[sound].[format]', en: '/en/preview/[slug]/sounds/[sound].[format]' },
    live: true,
    secret: 'unsaid',
  },
  articlePreviewSound: {
    page: 'articles/preview/[slug]/sounds/[sound]/[format]',
    path: {
      vi: '/xem-truoc/bai/[slug]/nghe/[sound].[format]',
      en: '/en/preview/articles/[slug]/sounds/[sound].[format]',
    },
    live: true,
    secret: 'unsaid',
  },
  previewPicture: {
    page: 'preview/[slug]/[picture]/[format]',
    path: { vi: '/xem-truoc/[slug]/hinh/[picture].[format]', en: '/en/preview/[slug]/pictures/[picture].[format]' },
    live: true,
    secret: 'unsaid',
  },
  articlePreviewPicture: {
    page: 'articles/preview/[slug]/[picture]/[format]',
    path: {
      vi: '/xem-truoc/bai/[slug]/hinh/[picture].[format]',
      en: '/en/preview/articles/[slug]/pictures/[picture].[format]',
    },
    live: true,
    secret: 'unsaid',
  },
  feed: {
    page: 'feed.xml',
    path: { vi: '/feed.xml', en: '/en/feed.xml' },
    live: true,
    narrowedBy: ['commune', 'topic'],
    // programs that gather feeds, and whoever sends one on, hang keys of their own on it
    others: 'ignored',
  },
  material: {
    page: 'materials/[slug]',
    path: { vi: '/tai-lieu/[slug]', en: '/en/materials/[slug]' },
    live: true,
  },
  calendar: {
    page: 'calendar.ics',
    path: { vi: '/lich.ics', en: '/en/calendar.ics' },
    live: true,
    narrowedBy: ['commune', 'topic', 'session'],
  },
} as const satisfies Record<string, Route>;
