import { type Locale, locales } from '../../../i18n/locales';
import { hrefTo, type RouteName } from '../../../i18n/routes';

/** One address of every kind of public page, by language. Slugs are of the demonstration data and the portal's own articles. */

type Sample = {
  name: string;
  href: Record<Locale, string>;
  indexed: boolean;
  /** whoever is sent its address sees a picture of its own */
  card?: boolean;
};

const slugs = {
  model: { vi: 'gia-dinh-so', en: 'digital-family' },
  commune: { vi: 'long-hung', en: 'long-hung' },
  indicator: { vi: 'ty-le-bao-phu-to', en: 'group-coverage' },
};

const plain: RouteName[] = [
  'home',
  'news',
  'stories',
  'guides',
  'models',
  'trainings',
  'coverage',
  'indicators',
  'openData',
  'subscriptions',
  'about',
  'privacy',
  'accessibility',
  'search',
  'signIn',
  'forgottenPassword',
  'certificates',
  'reportCheck',
];

const inBoth = (hrefOf: (locale: Locale) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, hrefOf(locale)])) as Record<Locale, string>;

export const samples: Sample[] = [
  ...plain.map((name) => ({
    name,
    href: inBoth((locale) => hrefTo(locale, name)),
    indexed: !['search', 'signIn', 'forgottenPassword', 'certificates', 'reportCheck'].includes(name),
    card: name === 'coverage',
  })),
  ...(['model', 'commune', 'indicator'] as const).map((name) => ({
    name,
    href: inBoth((locale) => hrefTo(locale, name, { slug: slugs[name][locale] })),
    indexed: true,
    card: name === 'commune',
  })),
  {
    name: 'a number to cite',
    href: inBoth((locale) =>
      hrefTo(locale, 'figure', { slug: slugs.indicator[locale], place: 'dong-nai', day: '2026-03-31' }),
    ),
    indexed: true,
    card: true,
  },
  {
    name: 'search for something',
    href: inBoth((locale) => hrefTo(locale, 'search', {}, { q: 'long hung' })),
    indexed: false,
  },
  {
    name: 'coverage of groups in March',
    href: inBoth((locale) => hrefTo(locale, 'coverage', {}, { level: 'group', on: '2026-03-31' })),
    indexed: false,
  },
  {
    name: 'a filtered list of trainings',
    href: inBoth((locale) => hrefTo(locale, 'trainings', {}, { topic: 'vneid' })),
    indexed: false,
  },
  {
    name: 'a filtered list of news',
    href: inBoth((locale) => hrefTo(locale, 'news', {}, { commune: 'long-hung' })),
    indexed: false,
  },
  {
    name: 'following a topic of a commune',
    href: inBoth((locale) => hrefTo(locale, 'subscriptions', {}, { commune: 'long-hung', topic: 'vneid' })),
    indexed: false,
  },
  {
    name: 'a month of trainings',
    href: inBoth((locale) => hrefTo(locale, 'trainings', {}, { view: 'month' })),
    indexed: false,
  },
  {
    name: 'the map of trainings in a commune',
    href: inBoth((locale) => hrefTo(locale, 'trainings', {}, { view: 'map', commune: '26380' })),
    indexed: false,
  },
  {
    name: 'the map of trainings in the province',
    href: inBoth((locale) => hrefTo(locale, 'trainings', {}, { view: 'map' })),
    indexed: false,
  },
];
