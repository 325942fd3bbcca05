import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { AlertCalls, AlertParts } from './alerts/alert-parts';
import { ArticleBody } from './article-body';
import { ArticleSource } from './article-source';
import { Corrections } from './corrections';
import type { BodyProps } from './document-body';
import { EasyRead } from './easy-read/easy-read';
import { drawnPictures } from './pictures/article-picture';
import { SoundPlayer } from './sounds/sound-player';

type TextProps = {
  /** of the text, which is not always that of the page around it */
  locale: Locale;
  article: PublishedArticle;
  id: string;
  cards: BodyProps['cards'];
  /** the parts of a guide; of a story what changed */
  children?: ReactNode;
};

/** The text in both its versions, what was corrected of it, and its source; an alert begins with its lines, where its source stands too. */
export async function ArticleText({ locale, article, id, cards, children }: TextProps) {
  const t = await getTranslations({ locale, namespace: 'articles.page' });
  const alert = article.alert && { locale, alert: article.alert, source: article.source };
  return (
    <>
      {article.easyRead && (
        <EasyRead locale={locale} text={article.easyRead} whole={id}>
          {alert && <AlertCalls {...alert} />}
        </EasyRead>
      )}
      <div id={id}>
        {article.sound && <SoundPlayer locale={locale} sound={article.sound} />}
        {alert && <AlertParts {...alert} />}
        <ArticleBody body={article.body} cards={cards} pictures={drawnPictures(article.pictures)} />
        {children}
      </div>
      <Corrections locale={locale} corrections={article.corrections} t={t} />
      <div {...(alert && { className: 'no-print' })}>
        <ArticleSource {...article} source={alert ? null : article.source} t={t} />
      </div>
    </>
  );
}
