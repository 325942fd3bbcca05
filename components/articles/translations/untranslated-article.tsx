import type { ReactNode } from 'react';
import { ReadingBar } from '@/components/layout/site/reading-bar';
import { ShareBlock } from '@/components/layout/site/share-block';
import { hasPictures, type PublishedArticle } from '@/domain/articles/article';
import { type Locale, otherLocale } from '@/i18n/locales';
import { articleHref } from '../article-href';
import { ArticleText } from '../article-text';
import type { BodyProps } from '../document-body';
import { EASY_READ } from '../easy-read/easy-read';
import { UntranslatedNotice } from './untranslated-notice';

type UntranslatedProps = {
  /** of the page; the text is in the other language */
  locale: Locale;
  article: PublishedArticle;
  cards: BodyProps['cards'];
  /** the addresses by which it is sent on, in its own language: they last */
  sent: { url: string; short: string };
  /** as on the page in its own language, with words of this one around the title */
  head: ReactNode;
  /** how long it takes to hear it */
  minutes: number;
  /** the parts of a guide */
  children?: ReactNode;
};

/** The element of the text, for whatever reads it aloud. */
const TEXT = 'bai-viet';

/** A text that readers cannot read in their language yet: it is said, and the text stands there as on its own page. */
export function UntranslatedArticle({ locale, article, cards, sent, head, minutes, children }: UntranslatedProps) {
  const told = otherLocale(locale);
  return (
    <>
      <div className="wrap pt-8 pb-6">
        <UntranslatedNotice locale={locale} href={articleHref(told, article)} />
      </div>
      <article lang={told}>
        <div lang={locale}>{head}</div>
        <div className="wrap pb-11">
          <div lang={locale}>
            <ReadingBar
              url={sent.url}
              reads={TEXT}
              told={told}
              minutes={minutes}
              easyRead={article.easyRead ? EASY_READ : undefined}
              pictures={hasPictures(article)}
            />
          </div>
          <ArticleText locale={told} article={article} id={TEXT} cards={cards}>
            {children}
          </ArticleText>
          <div lang={locale} className="no-print mt-8">
            <ShareBlock {...sent} title={article.title} lines={[article.summary]} told={told} demo={article.demo} />
          </div>
        </div>
      </article>
    </>
  );
}
