import { getTranslations } from 'next-intl/server';
import { articleHref } from '@/components/articles/article-href';
import { mayAnywhere } from '@/domain/access/access';
import type { PortalPage } from '@/domain/articles/documents/page-asking';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { searchPublished } from '@/domain/search/queries';
import { QUERY_MAX } from '@/domain/search/search';
import { searchKey } from '@/domain/texts/clean-text';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { getViewer } from '@/server/sign-in/session';

const headers = { 'cache-control': 'no-store' };
const PAGES_MAX = 8;

/** Public pages that a text may lead to, by their words, for whoever writes articles: at most eight. */
export async function GET(request: Request) {
  const viewer = await getViewer();
  if (!viewer || !mayAnywhere(viewer, 'articles.write'))
    return Response.json({ problem: 'not-found' }, { status: 404, headers });
  const asked = new URL(request.url).searchParams;
  const locale: Locale = asked.get('locale') === 'en' ? 'en' : 'vi';
  const question = (asked.get('q') ?? '').replaceAll('\0', '').slice(0, QUERY_MAX);
  const [models, { articles, communes }] = await Promise.all([
    modelPages(locale, question),
    searchPublished(locale, question),
  ]);
  const pages: PortalPage[] = [
    ...models,
    ...communes.slice(0, 3).map(({ slug, name }) => ({
      href: hrefTo(locale, 'commune', { slug }),
      title: name,
      kind: 'commune' as const,
    })),
    ...articles.articles.map(({ title, ...article }) => ({
      href: articleHref(locale, article),
      title: title.map(({ text }) => text).join(''),
      kind: 'article' as const,
    })),
  ];
  return Response.json(pages.slice(0, PAGES_MAX), { headers });
}

async function modelPages(locale: Locale, question: string): Promise<PortalPage[]> {
  const t = await getTranslations({ locale, namespace: 'models-explained' });
  return modelKinds
    .filter((kind) => searchKey(t(`${kind}.name`)).includes(searchKey(question)))
    .map((kind) => ({
      href: hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] }),
      title: t(`${kind}.name`),
      kind: 'model' as const,
    }));
}
