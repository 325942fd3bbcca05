import { useTranslations } from 'next-intl';
import { type PicturePlace, PlacePicture } from '@/components/charts/map/place-picture';
import { DemoMark } from '@/components/ui/demo-mark';
import type { ArticleCard } from '@/domain/articles/article';
import { isNew } from '@/domain/articles/front/front';
import { dayOf, today } from '@/domain/days/day';
import { keepTogether } from '@/i18n/compounds';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { articleHref } from './article-href';
import { type Look, looksBeside } from './beside';
import { ArticlePicture } from './pictures/article-picture';
import { usePlaceWords } from './place-words';

type Heading = 'h2' | 'h3';
type ArticleCardsProps = {
  locale: Locale;
  articles: readonly ArticleCard[];
  /** every commune, from which the pictures are drawn */
  places: readonly PicturePlace[];
  /** lines without pictures, for a narrow column */
  plain?: boolean;
  heading?: Heading;
  /** pieces that stand in the list before these: none of these looks as they do */
  behind?: readonly ArticleCard[];
};

/** Several pieces side by side, each with the picture of its place; or one under the other, in words alone. */
export function ArticleCards({
  locale,
  articles,
  places,
  plain = false,
  heading = 'h3',
  behind = [],
}: ArticleCardsProps) {
  if (plain)
    return (
      <ul>
        {articles.map((article) => (
          <ArticleLine key={article.id} locale={locale} article={article} heading={heading} />
        ))}
      </ul>
    );
  const looks = looksBeside([...behind, ...articles]).slice(behind.length);
  return (
    <ul className="grid grid-cols-1 gap-x-8 gap-y-9 sm:grid-cols-2 lg:grid-cols-3">
      {articles.map((article, at) => (
        <ArticleTile
          key={article.id}
          locale={locale}
          article={article}
          places={places}
          look={looks[at]}
          heading={heading}
        />
      ))}
    </ul>
  );
}

type TileProps = {
  locale: Locale;
  article: ArticleCard;
  places: readonly PicturePlace[];
  /** how it is drawn: not as the one beside it */
  look: Look | undefined;
  heading: Heading;
  /** beside a larger one: a lower picture and the title alone */
  brief?: boolean;
};

/** One piece: the whole tile leads to it, the title says so. */
export function ArticleTile({ locale, article, places, look, heading: Title, brief = false }: TileProps) {
  return (
    <li className="group relative break-inside-avoid">
      {article.lead ? (
        <ArticlePicture picture={article.lead} shape={brief ? 'brief' : 'card'} className="rounded-[6px]" />
      ) : (
        <PlacePicture
          places={places}
          current={article.places[0]?.code ?? null}
          subject={look?.subject ?? null}
          scene={look?.scene ?? 'women'}
          piece={article.slug}
          shape="card"
          decorative
          className={`rounded-[6px] ${brief ? 'aspect-[13/7]' : ''}`.trimEnd()}
        />
      )}
      <Where article={article} className="mt-3 mb-0.5 font-semibold text-lotus" />
      <Title className="text-h3">
        <TitleLink locale={locale} article={article} />
      </Title>
      {!brief && <p className="mt-1.5 text-ink-2 text-ui">{article.summary}</p>}
      <PublishedOn locale={locale} article={article} />
    </li>
  );
}

function ArticleLine({ locale, article, heading: Title }: Omit<TileProps, 'places' | 'look' | 'brief'>) {
  return (
    <li className="relative break-inside-avoid border-rule border-t py-4">
      <Title className="text-h3">
        <TitleLink locale={locale} article={article} />
      </Title>
      <p className="mt-1 text-ink-2 text-ui">{article.summary}</p>
      <PublishedOn locale={locale} article={article} />
    </li>
  );
}

type PartProps = { locale: Locale; article: ArticleCard };

/** Its target is the whole card it stands in, which must be `relative`. */
export const TitleLink = ({ locale, article }: PartProps) => (
  <a href={articleHref(locale, article)} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
    {keepTogether(article.title)}
  </a>
);

export function Where({ article, className }: { article: ArticleCard; className: string }) {
  const { placesOf } = usePlaceWords();
  return <p className={className}>{placesOf(article.places)}</p>;
}

/** It was put first by hand. */
export function FeaturedMark({ className = '' }: { className?: string }) {
  const t = useTranslations('articles.list');
  return <span className={`font-semibold text-ink-2 ${className}`.trimEnd()}>{t('pinned')}</span>;
}

/** When it was published; that it is news of these days, or was put first, as long as that is so. Its page is drawn anew as the day turns. */
export function PublishedOn({ locale, article }: PartProps) {
  const t = useTranslations('articles.list');
  const kinds = useTranslations('articles.kinds');
  const day = dayOf(new Date(article.publishedAt));
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-ink-2 text-xs">
      {article.kind === 'alert' && (
        <>
          <strong className="text-lotus">{kinds('alert')}</strong>{' '}
        </>
      )}
      {article.kind === 'news' && isNew(day, today()) && <strong className="text-lotus">{t('new')}</strong>}{' '}
      {article.pinned && <FeaturedMark />} <time dateTime={day}>{t('published', { day: formatDay(locale, day) })}</time>
      {article.demo && <DemoMark />}
    </p>
  );
}
