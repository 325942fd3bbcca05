import type { SkillCode } from '../skills';

/** The words of an article in one language. */
export interface SeedArticleText {
  slug: string;
  title: string;
  summary: string;
  /** CommonMark */
  markdown: string;
}

/** A real article of the campaign, told anew from the facts of the named source. */
export interface SeedArticle {
  kind: 'news' | 'story';
  communeSlugs: string[];
  topicCodes: SkillCode[];
  publishedOn: string;
  source: { name: string; url?: string };
  texts: { vi: SeedArticleText; en: SeedArticleText };
}
