import type { IconName } from '@/components/ui/icon';
import type { RouteName } from '@/i18n/routes';

/** The parts of the public portal, in the order in which they are needed. */
export const navigation = [
  'news',
  'stories',
  'guides',
  'models',
  'trainings',
  'coverage',
] as const satisfies RouteName[];
export type NavigationName = (typeof navigation)[number];

export const navigationIcons: Record<NavigationName, IconName> = {
  news: 'newspaper',
  stories: 'book',
  guides: 'phone',
  models: 'one_plus_one_instructor',
  trainings: 'calendar',
  coverage: 'hexagon',
};

const parts: Partial<Record<RouteName, NavigationName>> = {
  newsArticle: 'news',
  story: 'stories',
  guide: 'guides',
  guideCard: 'guides',
  model: 'models',
  session: 'trainings',
  poster: 'trainings',
  commune: 'coverage',
  coverageBoundaries: 'coverage',
  indicators: 'coverage',
  indicator: 'coverage',
};

/** The `aria-current` of a part of the portal while a page is open: it is that page, or holds it, or neither. */
export function ariaCurrent(name: NavigationName, current: RouteName | undefined) {
  if (name === current) return { 'aria-current': 'page' } as const;
  return current && parts[current] === name ? ({ 'aria-current': 'true' } as const) : {};
}
