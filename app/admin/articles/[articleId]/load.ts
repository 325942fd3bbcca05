import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findArticle } from '@/domain/articles/draft-queries';
import { requireViewer } from '@/server/sign-in/session';

/** The article of a page's address, once a request. What she may not see is answered like what does not exist. */
export const loadArticle = cache(async (articleId: string) => {
  const viewer = await requireViewer();
  return { viewer, article: (await findArticle(viewer, articleId)) ?? notFound() };
});

/** How a page names it: by its Vietnamese title. */
export const titleOf = (texts: { locale: string; title: string }[]) =>
  (texts.find(({ locale }) => locale === 'vi') ?? texts[0])?.title ?? '';
