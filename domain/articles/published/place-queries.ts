import { Prisma } from '@/prisma/client';

/**
 * At the beginning of a statement with `isToldHereSql`: articles that tell of these communes, by their slugs, or of those that went on in them.
 * Found once, from the communes, so that no list reads all articles.
 */
export const toldHereSql = (slugs: readonly string[]) =>
  Prisma.sql`told_here AS MATERIALIZED (SELECT app.articles_told_in(${slugs}::text[]) AS ids)`;

/** Whether an article `a` is one of them. */
export const isToldHereSql = Prisma.sql`a.id = ANY ((SELECT ids FROM told_here)::uuid[])`;
