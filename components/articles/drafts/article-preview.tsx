import { useTranslations } from 'next-intl';
import { GuideNeeds, GuideSteps, GuideTroubles } from '@/components/guides/guide-parts';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import type { AlertParts as Alert } from '@/domain/articles/alerts/alert';
import type { ArticleDraft } from '@/domain/articles/draft';
import { easyParagraphs } from '@/domain/articles/easy-read/easy-read';
import type { GuideParts } from '@/domain/guides/guide';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { AlertParts } from '../alerts/alert-parts';
import { ArticleBody } from '../article-body';
import type { BodyProps } from '../document-body';

type PreviewProps = {
  article: ArticleDraft;
  locale: Locale;
  /** of a guide, whose parts are approved with its text */
  guide: GuideDraft | null;
  /** the same of an alert */
  alert: Partial<Record<Locale, Alert>> | null;
  /** the cards of that text, as readers see them */
  cards: BodyProps['cards'];
};

/** The newest text as readers will see it, in one language at a time. */
export function ArticlePreview({ article, locale, guide, alert, cards }: PreviewProps) {
  const t = useTranslations('articles');
  const text = article.texts.find((each) => each.locale === locale);
  const parts = guide?.parts[locale];
  const lines = alert?.[locale];
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="mb-3">
        {t('record.preview')}
      </h2>
      <Segmented
        as={Link}
        label={t('record.previewIn')}
        segments={(['vi', 'en'] as const).map((each) => ({
          href: `/admin/articles/${article.id}?lang=${each}`,
          label: t(`languages.${each}`),
          current: each === locale,
        }))}
      />
      <div className="border border-rule border-t-0 bg-paper px-5 py-7 sm:px-9" lang={text ? locale : undefined}>
        {text ? (
          <>
            <p className="text-balance font-bold font-serif text-[clamp(1.8rem,1.3rem+1.6vw,2.6rem)] leading-[1.25]">
              {keepTogether(text.title)}
            </p>
            <p className="mt-3 mb-6 max-w-[34em] border-rule border-b pb-6 font-serif text-[1.3rem] text-ink-2 leading-[1.6]">
              {text.summary}
            </p>
            {text.easyRead && <EasyReadShown text={text.easyRead} />}
            {lines && <AlertParts locale={locale} alert={lines} source={article.source} />}
            <ArticleBody body={text.body} cards={cards} />
            {parts && <Parts locale={locale} parts={parts} topic={article.topics[0]} />}
          </>
        ) : (
          <p>{t('record.noEnglish')}</p>
        )}
      </div>
      <p className="mt-2 text-ink-2 text-sm">{t('record.onPhone', { kind: article.kind })}</p>
    </section>
  );
}

/** The easy-read version, folded: it is approved with the text. */
function EasyReadShown({ text }: { text: string }) {
  const t = useTranslations('articles.easyRead');
  return (
    <details className="mb-6">
      <summary className="py-2 font-semibold">{t('title')}</summary>
      <div className="reading">
        {easyParagraphs(text).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </details>
  );
}

type PartsProps = { locale: Locale; parts: GuideParts; topic: string | undefined };

const Parts = ({ locale, parts, topic }: PartsProps) => (
  <>
    <GuideNeeds locale={locale} guide={parts} />
    <GuideSteps locale={locale} guide={parts} topic={topic} />
    <GuideTroubles locale={locale} guide={parts} />
  </>
);
