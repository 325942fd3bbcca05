import { type PicturePlace, PlacePicture } from '@/components/charts/map/place-picture';
import { Kicker } from '@/components/ui/kicker';
import type { ArticleCard } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { ArticleTile, PublishedOn, TitleLink } from './article-cards';
import { looksBeside } from './beside';
import { ArticlePicture } from './pictures/article-picture';
import { usePlaceWords } from './place-words';

type LeadStoryProps = {
  locale: Locale;
  lead: ArticleCard;
  /** two more, smaller, beside it */
  others: readonly ArticleCard[];
  places: readonly PicturePlace[];
  heading?: 'h2' | 'h3';
};

/** One piece large, in a scene, and two more beside it. */
export function LeadStory({ locale, lead, others, places, heading: Title = 'h3' }: LeadStoryProps) {
  const { placesOf } = usePlaceWords();
  const [look, ...looks] = looksBeside([lead, ...others]);
  return (
    <div className="grid gap-9 lg:grid-cols-[7fr_4fr] lg:gap-12">
      <div className="relative">
        {lead.lead ? (
          <ArticlePicture picture={lead.lead} shape="lead" className="mb-4 rounded-[6px]" />
        ) : (
          <PlacePicture
            places={places}
            current={lead.places[0]?.code ?? null}
            subject={look?.subject ?? null}
            scene={look?.scene ?? 'women'}
            shape="lead"
            piece={lead.slug}
            decorative
            className="mb-4 rounded-[6px]"
          />
        )}
        <Kicker icon="pin">{placesOf(lead.places)}</Kicker>
        <Title className="text-h2">
          <TitleLink locale={locale} article={lead} />
        </Title>
        <p className="mt-2 max-w-[40em]">{lead.summary}</p>
        <PublishedOn locale={locale} article={lead} />
      </div>
      {others.length > 0 && (
        <ul className="grid content-start gap-9 sm:max-lg:grid-cols-2">
          {others.map((article, at) => (
            <ArticleTile
              key={article.id}
              locale={locale}
              article={article}
              places={places}
              look={looks[at]}
              heading={Title}
              brief
            />
          ))}
        </ul>
      )}
    </div>
  );
}
