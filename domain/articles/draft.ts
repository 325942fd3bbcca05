import type { Locale } from '@/domain/locale';
import type { ArticleKind, ArticlePlace, ArticleState } from './article';
import type { ArticleNode } from './document';
import type { Scene } from './scenes/scene';

/** An article in a list of the signed-in area. */
export type ArticleRow = {
  id: string;
  kind: ArticleKind;
  title: string;
  state: ArticleState;
  unitName: string;
  languages: Locale[];
  /** its English text does not follow its Vietnamese one */
  behind: boolean;
  changedAt: Date;
  demo: boolean;
};

/** An article with its newest edition, as its editors see it. */
export type ArticleDraft = {
  id: string;
  kind: ArticleKind;
  state: ArticleState;
  unit: { id: string; name: string; path: string };
  editionId: string;
  editionState: string;
  number: number;
  /** of the newest edition: what a form repeats so that nobody is overwritten unawares */
  version: number;
  texts: {
    id: string;
    locale: Locale;
    title: string;
    summary: string;
    body: ArticleNode;
    markdown: string;
    easyRead: string | null;
    whatChanged: string | null;
    /** of a guide or an alert, as they are compared */
    lines: string | null;
    /** the picture at its head, the same for both languages */
    lead: string | null;
  }[];
  slugs: Partial<Record<Locale, string>>;
  /** languages that readers can read it in at this moment */
  publicIn: Locale[];
  /** in Vietnamese order of their names */
  communes: { id: string; name: string; kind: ArticlePlace['kind'] }[];
  communeIds: string[];
  /** somebody said that it is of the whole city */
  wholeCity: boolean;
  /** it says where: in communes, in the whole city, or it is a commune's own */
  placed: boolean;
  /** codes, in the order of the framework */
  topics: string[];
  /** what its drawing shows, where somebody chose it */
  scene: Scene | null;
  /** the model a story tells of, and the unit */
  subjectModelId: string | null;
  subjectUnitId: string | null;
  source: { name: string; url: string | null } | null;
  /** its places, its topics, its source, its model and its unit are those of its newest edition, and readers see others until that is approved */
  moving: boolean;
  demo: boolean;
  editable: boolean;
  /** a text of it has its hour: whoever wants to write on takes that back first */
  scheduled: boolean;
  publishable: boolean;
  /** of one she may publish: it stands only with communes that she publishes for, so it is hers to approve and to publish */
  placesHers: boolean;
  /** let out by her it may come to the front page by itself, as what the city lets out does */
  forFront: boolean;
  /** places, topics and source: those of a public article are for who publishes */
  placeable: boolean;
  /** of a guide: languages that have no step yet, so that it is not to be handed in */
  stepless: Locale[];
  /** its English text does not follow the Vietnamese one beside it */
  behind: boolean;
  /** languages whose address says something else than the title that readers see */
  outdated: Locale[];
};

/** Whether an address says something else than a title; a number behind it is no difference. */
export const saysOther = (slug: string | undefined, address: string) =>
  slug !== undefined && slug !== address && !new RegExp(`^${address}-\\d+$`).test(slug);
