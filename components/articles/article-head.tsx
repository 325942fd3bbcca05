import { useTranslations } from 'next-intl';
import { type PicturePlace, PlacePicture } from '@/components/charts/map/place-picture';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { PublishedArticle } from '@/domain/articles/article';
import { minutesOf } from '@/domain/articles/documents/reading-time';
import { sceneOf } from '@/domain/articles/scenes/fitting-scene';
import { subjectOf } from '@/domain/articles/subject';
import { dayOf } from '@/domain/days/day';
import { keepTogether } from '@/i18n/compounds';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { AlertEnd } from './alerts/alert-end';
import { HeadPicture } from './pictures/article-picture';
import { usePlaceWords } from './place-words';
import { BehindLine } from './translations/behind-line';

type HeadProps = {
  locale: Locale;
  article: PublishedArticle;
  places: readonly PicturePlace[];
  /** the language of the text, where that is not the page's */
  told?: Locale;
};

/** The picture of the place across the page, then where, what, when. */
export function ArticleHead({ locale, article, places, told }: HeadProps) {
  return (
    <>
      {article.lead ? (
        <HeadPicture picture={article.lead} />
      ) : (
        <PlacePicture
          places={places}
          current={article.places[0]?.code ?? null}
          subject={subjectOf(article)}
          scene={sceneOf(article)}
          piece={article.slug}
          shape="cover"
          className={article.alert ? 'no-print max-h-[400px]' : 'max-h-[400px]'}
        />
      )}
      <div className="wrap">
        <div className="max-w-[820px] pt-[26px]">
          <WhereAndWhat locale={locale} article={article} />
          <h1 lang={told}>{keepTogether(article.title)}</h1>
          <p lang={told} className="mt-3.5 font-serif text-[1.3rem] text-ink-2 leading-[1.6]">
            {article.summary}
          </p>
          <When locale={locale} article={article} />
          <BehindLine locale={locale} behind={article.behind} />
        </div>
      </div>
    </>
  );
}

function WhereAndWhat({ locale, article: { kind, places } }: Pick<HeadProps, 'locale' | 'article'>) {
  const t = useTranslations('articles');
  const { nameOf, placesOf } = usePlaceWords();
  const [only] = places.length === 1 ? places : [];
  return (
    <p className="mb-2 flex items-center gap-x-[9px] text-lotus text-ui">
      <Icon name="pin" className="flex-none" />
      <span>
        {only ? (
          <a href={hrefTo(locale, 'commune', { slug: only.slug })} className="py-2 font-semibold">
            {nameOf(only)}
          </a>
        ) : (
          <b className="font-semibold">{placesOf(places)}</b>
        )}{' '}
        <span className="text-ink-2">· {t(`kinds.${kind}`)}</span>
      </span>
    </p>
  );
}

function When({ locale, article }: Pick<HeadProps, 'locale' | 'article'>) {
  const t = useTranslations('articles');
  const [published, changed] = [dayOf(new Date(article.publishedAt)), dayOf(new Date(article.changedAt))];
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 text-ink-2 text-sm">
      <time dateTime={published}>{t('list.published', { day: formatDay(locale, published) })}</time>
      {changed !== published && (
        <>
          <span aria-hidden="true">·</span>
          <time dateTime={changed}>{t('page.changed', { day: formatDay(locale, changed) })}</time>
        </>
      )}
      <span aria-hidden="true">·</span>
      {t('page.minutes', { minutes: minutesOf(article) })}
      {article.until && (
        <strong className="text-basalt">
          <AlertEnd locale={locale} until={article.until} />
        </strong>
      )}
      {article.demo && <DemoMark />}
    </p>
  );
}
