import { news } from './news';
import type { SeedArticle } from './seed-article';
import { stories } from './stories';

/** The real pieces of the campaign, newest last. */
export const articles: SeedArticle[] = [...news, ...stories].sort((a, b) => a.publishedOn.localeCompare(b.publishedOn));
