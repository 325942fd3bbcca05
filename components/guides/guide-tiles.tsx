import { DemoMark } from '@/components/ui/demo-mark';
import type { ArticleCard } from '@/domain/articles/article';
import { coverOf, coversBeside } from '@/domain/guides/guide';
import type { Locale } from '@/i18n/locales';
import { FeaturedMark, TitleLink } from '../articles/article-cards';
import { GuideCover } from './guide-cover';

type TilesProps = { locale: Locale; articles: readonly ArticleCard[]; heading: 'h2' | 'h3' };

/** Guides side by side: a drawing or a scene, what one will be able to do, and one sentence. */
export function GuideTiles({ locale, articles, heading: Title }: TilesProps) {
  const covers = coversBeside(articles);
  return (
    <ul className="grid gap-x-8 gap-y-9 sm:grid-cols-2 lg:grid-cols-3">
      {articles.map((article, at) => (
        <li key={article.id} className="relative">
          <GuideCover guide={article} drawing={covers[at] ?? coverOf(article.topics)} at={at} />
          {article.topics[0] && <p className="mt-3 mb-0.5 font-semibold text-lotus">{article.topics[0].name}</p>}
          <Title className="text-h3">
            <TitleLink locale={locale} article={article} />
          </Title>
          <p className="mt-1.5 text-ink-2 text-ui">{article.summary}</p>
          {article.pinned && <FeaturedMark className="mt-1.5 block text-xs" />}
          {article.demo && <DemoMark className="mt-1.5" />}
        </li>
      ))}
    </ul>
  );
}
