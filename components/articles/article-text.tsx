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

/** `locale`: of the text, which is not always that of the page around it. */
type TextProps = { locale: Locale; article: PublishedArticle; id: string; cards: BodyProps['cards'] };

/** The text in both its versions, what was corrected of it, and its source; an alert begins with its lines, where its source stands too. */
export const ArticleText = ({ locale, article, id, cards }: TextProps) => (
  <>
    {article.easyRead && (
      <EasyRead locale={locale} text={article.easyRead} whole={id}>
        {article.alert && <AlertCalls locale={locale} alert={article.alert} source={article.source} />}
      </EasyRead>
    )}
    <div id={id}>
      {article.sound && <SoundPlayer locale={locale} sound={article.sound} />}
      {article.alert && <AlertParts locale={locale} alert={article.alert} source={article.source} />}
      <ArticleBody body={article.body} cards={cards} pictures={drawnPictures(article.pictures)} />
    </div>
    <Corrections locale={locale} corrections={article.corrections} />
    <div className={article.alert ? 'no-print' : ''}>
      <ArticleSource {...article} source={article.alert ? null : article.source} />
    </div>
  </>
);
