import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterChips, FilterSelect } from '@/components/ui/tables/filter-bar';
import type { ArticlePlace, ArticleShelf, Topic } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { usePlaceWords } from './place-words';

type FilterProps = {
  locale: Locale;
  route: ArticleShelf;
  asked: { topic?: string; commune?: string };
  topics: readonly Topic[];
  communes: readonly Pick<ArticlePlace, 'slug' | 'name' | 'kind'>[];
  /** how many there are, or in which order they stand */
  found: string;
};

/** Narrows news or stories to a topic and a place; says what it is narrowed to. */
export function ArticleFilterBar({ locale, route, asked, topics, communes, found }: FilterProps) {
  const t = useTranslations('articles.filter');
  const { nameOf } = usePlaceWords();
  const topic = topics.find(({ code }) => code === asked.topic);
  const commune = communes.find(({ slug }) => slug === asked.commune);
  const without = (name: 'topic' | 'commune') =>
    hrefTo(locale, route, {}, { topic: asked.topic, commune: asked.commune, [name]: undefined });
  const chips = [
    ...(asked.topic ? [{ label: topic?.name ?? asked.topic, without: without('topic') }] : []),
    ...(asked.commune ? [{ label: commune ? nameOf(commune) : asked.commune, without: without('commune') }] : []),
  ];
  return (
    <>
      <FilterBar action={hrefTo(locale, route)} label={t('label')}>
        <FilterSelect
          name="topic"
          label={t('topic')}
          value={topic?.code}
          options={topics.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <FilterSelect
          name="commune"
          label={t('commune')}
          value={commune?.slug}
          options={communes.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      </FilterBar>
      <FilterChips chips={chips} found={found} />
    </>
  );
}

/** An empty list: why, and the way back to everything. */
export function NoArticles({ href }: { href: string }) {
  const t = useTranslations('articles.list');
  return (
    <EmptyState icon="newspaper" title={t('empty')} action={<ButtonLink href={href}>{t('all')}</ButtonLink>}>
      {t('emptyHint')}
    </EmptyState>
  );
}
