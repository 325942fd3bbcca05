import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ReadingBar } from '@/components/layout/site/reading-bar';
import { Icon } from '@/components/ui/icon';
import type { PublishedArticle } from '@/domain/articles/article';
import { readingMinutes } from '@/domain/articles/document';
import { keepTogether } from '@/i18n/compounds';
import { type Locale, otherLocale } from '@/i18n/locales';
import { AlertParts } from '../alerts/alert-parts';
import { ArticleBody } from '../article-body';
import { articleHref } from '../article-href';
import type { BodyProps } from '../document-body';
import { drawnPictures } from '../pictures/article-picture';
import { SoundPlayer } from '../sounds/sound-player';

type UntranslatedProps = {
  /** of the page; the text is in the other language */
  locale: Locale;
  article: PublishedArticle;
  cards: BodyProps['cards'];
  /** the parts of a guide */
  children?: ReactNode;
};

/** The element of the text, for whatever reads it aloud. */
const TEXT = 'bai-viet';

/** A text that readers cannot read in their language yet: it is said, and the text stands there as it is. */
export function UntranslatedArticle({ locale, article, cards, children }: UntranslatedProps) {
  const t = useTranslations('translations.untranslated');
  const told = otherLocale(locale);
  return (
    <div className="wrap section">
      <div className="school-grid mb-8 flex max-w-[44em] flex-wrap items-center gap-x-6 gap-y-3 p-5">
        <p className="flex min-w-0 grow basis-60 items-start gap-3">
          <Icon name="globe" className="mt-1 flex-none" />
          <span className="min-w-0">
            <strong>{t('title')}</strong> {t('lead')}
          </span>
        </p>
        <a
          href={articleHref(told, article)}
          hrefLang={told}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {t('open')}
        </a>
      </div>
      <article lang={told}>
        <h1 className="max-w-[820px]">{keepTogether(article.title)}</h1>
        <p className="mt-3.5 mb-7 max-w-[34em] font-serif text-[1.3rem] text-ink-2 leading-[1.6]">{article.summary}</p>
        <div lang={locale}>
          <ReadingBar
            reads={TEXT}
            told={told}
            minutes={readingMinutes(article.plain)}
            pictures={article.pictures.length > 0}
          />
        </div>
        <div id={TEXT}>
          {article.sound && <SoundPlayer locale={told} sound={article.sound} />}
          {article.alert && <AlertParts locale={told} alert={article.alert} source={article.source} />}
          <ArticleBody body={article.body} cards={cards} pictures={drawnPictures(article.pictures)} />
          {children}
        </div>
      </article>
    </div>
  );
}
