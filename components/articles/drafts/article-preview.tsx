import { useTranslations } from 'next-intl';
import { GuideNeeds, GuideSteps, GuideTroubles } from '@/components/guides/guide-parts';
import { Beside, PassageRemarks } from '@/components/newsroom/remarks/passage-remarks';
import type { PlacedRemarks } from '@/components/newsroom/remarks/placed-remarks';
import { GoneRemarks, RemarksHead } from '@/components/newsroom/remarks/remarks-head';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import type { AlertParts as Alert } from '@/domain/articles/alerts/alert';
import { easyParagraphs } from '@/domain/articles/easy-read/easy-read';
import { type GuideParts, rowsOf } from '@/domain/guides/guide';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { firstPartOf } from '@/domain/newsroom/remarks/passage';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { AlertParts } from '../alerts/alert-parts';
import { ArticleBody } from '../article-body';
import type { BodyProps } from '../document-body';

type PreviewProps = {
  /** the text with the remarks on it, where they stand */
  placed: PlacedRemarks;
  /** of a guide, whose parts are approved with its text */
  guide: GuideDraft | null;
  /** the same of an alert */
  alert: Partial<Record<Locale, Alert>> | null;
  /** the cards of that text as readers see them, its pictures as colleagues do */
  embedded: Pick<BodyProps, 'cards' | 'pictures'>;
  /** how many remarks there are on the text in the other language */
  others: number;
};

/** The newest text as readers will see it, in one language at a time, with what colleagues said of its passages. */
export function ArticlePreview({ placed, guide, alert, embedded, others }: PreviewProps) {
  const t = useTranslations('articles');
  const { article, locale } = placed;
  const text = article.texts.find((each) => each.locale === locale);
  const parts = guide?.parts[locale];
  const lines = alert?.[locale];
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="mb-3">
        {t('record.preview')}
      </h2>
      <RemarksHead placed={placed} others={others} />
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
          <div className="@container">
            <PassageRemarks placed={placed} at={0}>
              <Head {...text} />
            </PassageRemarks>
            {text.easyRead && <EasyReadShown text={text.easyRead} />}
            {lines && <AlertParts locale={locale} alert={lines} source={article.source} />}
            <ArticleBody
              body={text.body}
              {...embedded}
              around={(block, at) => (
                <PassageRemarks key={at} placed={placed} at={at + 1}>
                  {block}
                </PassageRemarks>
              )}
            />
            {parts && <Parts locale={locale} parts={parts} topic={article.topics[0]} />}
            {parts && <PartsRemarks placed={placed} parts={parts} first={firstPartOf(text)} />}
          </div>
        ) : (
          <p>{t('record.noEnglish')}</p>
        )}
        <GoneRemarks placed={placed} />
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

const Head = ({ title, summary }: { title: string; summary: string }) => (
  <>
    <p className="text-balance font-bold font-serif text-[clamp(1.8rem,1.3rem+1.6vw,2.6rem)] leading-[1.25]">
      {keepTogether(title)}
    </p>
    <p className="mt-3 mb-6 max-w-[34em] border-rule border-b pb-6 font-serif text-[1.3rem] text-ink-2 leading-[1.6]">
      {summary}
    </p>
  </>
);

type PartsProps = { locale: Locale; parts: GuideParts; topic: string | undefined };

const Parts = ({ locale, parts, topic }: PartsProps) => (
  <>
    <GuideNeeds locale={locale} guide={parts} />
    <GuideSteps locale={locale} guide={parts} topic={topic} />
    <GuideTroubles locale={locale} guide={parts} />
  </>
);

type PartsRemarksProps = { placed: PlacedRemarks; parts: GuideParts; first: number };

/** What was said of each part of a guide, below all of them: a step is a screenful and keeps its shape. */
function PartsRemarks({ placed, parts, first }: PartsRemarksProps) {
  const t = useTranslations('remarks');
  return (
    <section className="no-print mt-8 border-ink border-t-[3px] pt-4">
      <h3 className="mb-2">{t('parts')}</h3>
      <ol>
        {rowsOf(parts).map(({ part, title }, at) => (
          <li key={`${part} ${title}`} id={`doan-${first + at}`} className="scroll-mt-6 border-rule border-t py-2">
            <p className="font-semibold">{title}</p>
            <Beside placed={placed} at={first + at} />
          </li>
        ))}
      </ol>
    </section>
  );
}
