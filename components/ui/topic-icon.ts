import type { IconName } from './icon';

const icons: Record<string, IconName> = {
  devices: 'phone',
  'smartphone-basics': 'phone',
  'apps-and-updates': 'phone',
  information: 'newspaper',
  'verified-information': 'newspaper',
  communication: 'people',
  'online-public-services': 'public-service',
  vneid: 'identity',
  'online-groups': 'people',
  content: 'shop',
  'business-online': 'shop',
  ocop: 'basket',
  safety: 'shield',
  'scams-and-safety': 'shield',
  'personal-data': 'shield',
  'problem-solving': 'book',
  'cashless-payment': 'payment',
  'guiding-others': 'one_plus_one_instructor',
  ai: 'assistant',
  'ai-tools': 'assistant',
  'ai-in-union-work': 'assistant',
};

/** The icon of a skill or topic by its code; a book for one that was added later. */
export const topicIcon = (code: string): IconName => icons[code] ?? 'book';
