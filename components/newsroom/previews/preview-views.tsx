import { useLocale, useTranslations } from 'next-intl';
import { cardShapes } from '@/components/layout/share-cards/share-card';
import { FoundLine } from '@/components/search/found-list';
import { dayOf } from '@/domain/days/day';
import type { Preview } from '@/domain/newsroom/previews/preview';
import { excerptOf, piecesOf } from '@/domain/texts/excerpt';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type FrameProps = { href: string; view: 'phone' | 'computer' };

/** The page itself, as wide as a phone or as a computer: on a narrower screen it is moved within its frame. */
export function PreviewFrame({ href, view }: FrameProps) {
  const t = useTranslations('previews');
  const isPhone = view === 'phone';
  return (
    <>
      <div className="overflow-x-auto max-sm:-mx-4">
        <iframe
          src={href}
          title={t('frame', { view })}
          className={`block border-2 border-ink bg-paper ${isPhone ? 'h-[740px] w-[364px] max-w-full max-sm:border-x-0' : 'h-[800px] w-[1284px]'}`}
        />
      </div>
      <p className="mt-2">
        <a href={href} target="_blank" rel="noopener noreferrer" className="inline-flex min-h-11 items-center">
          {t('whole')}
        </a>
      </p>
    </>
  );
}

/** The card in both shapes, as messengers show it. */
export function PreviewCards({ articleId, locale }: { articleId: string; locale: Locale }) {
  const t = useTranslations('previews.card');
  return (
    <div className="grid max-w-4xl grid-cols-1 items-start gap-6 lg:grid-cols-[2fr_1fr]">
      {(['wide', 'square'] as const).map((shape) => (
        <figure key={shape}>
          {/* biome-ignore lint/performance/noImgElement: drawn here, kept nowhere */}
          <img
            src={`/admin/articles/${articleId}/preview/card/${shape}?locale=${locale}`}
            alt=""
            width={cardShapes[shape].width}
            height={cardShapes[shape].height}
            className="block h-auto w-full border border-rule"
          />
          <figcaption className="mt-1.5 text-ink-2 text-sm">{t(shape)}</figcaption>
        </figure>
      ))}
    </div>
  );
}

type FoundProps = { preview: Preview; href: string; locale: Locale };

/** How it stands among others: in the feed, and where somebody searched for it. */
export function PreviewFound({ preview: { article }, href, locale }: FoundProps) {
  const t = useTranslations('previews.found');
  const interfaceLocale = useLocale() as Locale;
  const day = formatDay(interfaceLocale, dayOf(new Date(article.publishedAt)));
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <section>
        <h2 className="mb-2">{t('feed')}</h2>
        <div className="border border-rule bg-card p-4 [overflow-wrap:anywhere]">
          <p className="font-bold text-lg" lang={locale}>
            {article.title}
          </p>
          <p className="text-ink-2 text-sm">{t('published', { day })}</p>
          <p className="mt-1" lang={locale}>
            {article.summary}
          </p>
        </div>
      </section>
      <section>
        <h2 className="mb-2">{t('search')}</h2>
        <ol>
          <FoundLine
            href={href}
            title={piecesOf(article.title, [])}
            excerpt={excerptOf([article.summary, article.plain], [])}
            lang={locale}
          >
            {day}
          </FoundLine>
        </ol>
      </section>
    </div>
  );
}
