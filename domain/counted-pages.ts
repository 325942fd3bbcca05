/** Public pages that are counted each for itself, by their names in the table of addresses: pieces, and those of a record. */
export const pieces = ['newsArticle', 'story', 'guide'] as const;
export const countedEach = [...pieces, 'commune', 'session', 'indicator', 'model'] as const;
/** Those of which there is one number a language, whatever is asked of them or stands in their address. */
export const countedTogether = [
  'home',
  'news',
  'stories',
  'guides',
  'guideCard',
  'models',
  'trainings',
  'poster',
  'signUp',
  'topicWait',
  'coverage',
  'coverageBoundaries',
  'indicators',
  'figure',
  'openData',
  'search',
  'about',
  'subscriptions',
  'privacy',
  'accessibility',
  'certificates',
  'certificate',
  'reportCheck',
] as const;
export type TogetherPage = (typeof countedTogether)[number];
