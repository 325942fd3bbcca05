import type { AlertParts } from '@/domain/articles/alerts/alert';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { SkillCode } from '../trainings/skills';

/** The words of an article in one language. */
export interface SeedArticleText {
  slug: string;
  title: string;
  summary: string;
  /** CommonMark: headings from the second level on, paragraphs, lists, quotes, links */
  markdown: string;
  /** in short sentences, a line each */
  easyRead?: string;
  /** of a story: what has changed for whom it tells of */
  whatChanged?: string;
  /** of an alert: how it is recognised, what to do, whom to call */
  alert?: AlertParts;
}

/** A real article of the campaign, told anew from the facts of the named source. */
export interface SeedArticle {
  /** names the piece here and its two files in `texts/`; the same for ever */
  key: string;
  kind: 'news' | 'story' | 'alert';
  /** of a story: the model it tells of, by the slug of its host */
  model?: { kind: ModelKind; at: string };
  /** the unit it tells of, by its slug */
  unit?: string;
  communeSlugs: string[];
  topicCodes: SkillCode[];
  /** calendar day on which the portal published it */
  publishedOn: string;
  /** invented for the demonstration, and marked so wherever it shows */
  demo?: boolean;
  /** the instant at which an alert ends */
  until?: string;
  source: { name: string; url?: string };
  texts: { vi: SeedArticleText; en: SeedArticleText };
}

/** A piece with its number, from which its ids are made, and the instant of its publication. */
export type Numbered = SeedArticle & { n: number; at: string };
