import { getTranslations } from 'next-intl/server';
import { AlertsHere } from '@/app/embedded/alerts-here';
import { Shell } from '@/app/shell';
import { GuideTiles } from '@/components/guides/guide-tiles';
import { MoreLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/tables/pager';
import { listSpotOf } from '@/domain/articles/front/front';
import { listPublishedArticles } from '@/domain/articles/queries';
import { byTopic } from '@/domain/guides/guide';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type Asked, isNarrowed } from '../news/asked';

const PAGE = 60;

/** All guides, those that were put first and then those of a topic side by side, each with a drawing; of one topic or further on where that is asked. */
export async function GuideList({ locale, asked = {} }: { locale: Locale; asked?: Asked }) {
  const [t, { articles, next }, communes] = await Promise.all([
    getTranslations('articles.guides'),
    listPublishedArticles(locale, {
      kind: 'guide',
      take: PAGE,
      ...asked,
      ...(isNarrowed(asked) ? {} : { spot: listSpotOf.guides }),
    }),
    listPublishedCommunes(),
  ]);
  const words = await getTranslations('guides');
  const commune = communes.find(({ slug }) => slug === asked.commune);
  const narrowed = isNarrowed(asked) || Boolean(asked.after);
  const first = articles.filter(({ pinned }) => pinned);
  const others = byTopic(articles.filter(({ pinned }) => !pinned)).flatMap(({ guides }) => guides);
  return (
    <Shell locale={locale} route="guides" query={asked}>
      {commune && <AlertsHere locale={locale} communes={[commune.slug]} />}
      <div className="wrap section">
        <h1>{t('title')}</h1>
        <p className="mt-3 mb-9 max-w-[34em] font-serif text-read">{t('lead')}</p>
        {articles.length === 0 && <EmptyState icon="book" title={words('none')} />}
        <GuideTiles locale={locale} articles={[...first, ...others]} heading="h2" />
        <Pager next={next && hrefTo(locale, 'guides', {}, { ...asked, after: next })} />
        {narrowed && <MoreLink href={hrefTo(locale, 'guides')}>{words('all')}</MoreLink>}
      </div>
    </Shell>
  );
}
