import { useTranslations } from 'next-intl';
import { GuideNeeds, GuideSteps, GuideTroubles } from '@/components/guides/guide-parts';
import { Beside, PassageRemarks } from '@/components/newsroom/remarks/passage-remarks';
import { type PlacedRemarks, passageId } from '@/components/newsroom/remarks/placed-remarks';
import { GoneRemarks, RemarksHead } from '@/components/newsroom/remarks/remarks-head';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { type AlertParts as Alert, alertRowsOf } from '@/domain/articles/alerts/alert';
import type { ModelTold } from '@/domain/articles/cards/card-view';
import type { ArticleDraft } from '@/domain/articles/draft';
import { easyParagraphs } from '@/domain/articles/easy-read/easy-read';
import type { UnitTold } from '@/domain/articles/subject-unit/subject-unit';
import { type GuideParts, rowsOf } from '@/domain/guides/guide';
import type { GuideDraft } from '@/domain/guides/written-parts';
import { changedAt, firstEasyOf, firstLineOf, leadAt } from '@/domain/newsroom/remarks/passage';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { AlertParts } from '../alerts/alert-parts';
import { ArticleBody } from '../article-body';
import type { BodyProps } from '../document-body';
import { WhatChanged } from '../what-changed/what-changed';

type PreviewProps = {
  /** the text with the remarks on it, where they stand */
  placed: PlacedRemarks;
  /** of a guide, whose parts are approved with its text */
  guide: GuideDraft | null;
  /** the same of an alert */
  alert: Partial<Record<Locale, Alert>> | null;
  /** the cards of that text as readers see them, its pictures as colleagues do */
  embedded: Pick<BodyProps, 'cards' | 'pictures'>;
  /** the model and the unit that readers of a story are told */
  model: ModelTold | undefined;
  unit: UnitTold | null;
  /** how many remarks there are on the text in the other language */
  others: number;
};

/** The newest text as readers will see it, in one language at a time, with what colleagues said of its passages. */
export function ArticlePreview({ placed, guide, alert, embedded, others, ...told }: PreviewProps) {
  const t = useTranslations('articles');
  const { article, locale } = placed;
  const text = article.texts.find((each) => each.locale === locale);
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
          <WholeText
            placed={placed}
            text={text}
            parts={guide?.parts[locale]}
            lines={alert?.[locale]}
            embedded={embedded}
            {...told}
          />
        ) : (
          <p>{t('record.noEnglish')}</p>
        )}
        <GoneRemarks placed={placed} />
      </div>
      <p className="mt-2 text-ink-2 text-sm">{t('record.onPhone', { kind: article.kind })}</p>
    </section>
  );
}

type TextProps = Pick<PreviewProps, 'placed' | 'embedded' | 'model' | 'unit'> & {
  text: ArticleDraft['texts'][number];
  parts: GuideParts | undefined;
  lines: Alert | undefined;
};

/** All that is said in one language, each passage with its remarks. */
function WholeText({ placed, text, parts, lines, embedded, ...told }: TextProps) {
  const { article, locale } = placed;
  return (
    <div className="@container">
      <PassageRemarks placed={placed} at={0}>
        <Head {...text} />
      </PassageRemarks>
      {text.lead && (
        <PassageRemarks placed={placed} at={leadAt(text, { guide: parts, alert: lines })}>
          <div className="reading mb-6 max-w-none">{embedded.pictures?.get(text.lead)}</div>
        </PassageRemarks>
      )}
      {text.easyRead && (
        <EasyReadShown placed={placed} text={text.easyRead} first={firstEasyOf(text, { guide: parts, alert: lines })} />
      )}
      {lines && <AlertParts locale={locale} alert={lines} source={article.source} />}
      {lines && <LinesRemarks placed={placed} of="alert" lines={alertRowsOf(lines)} first={firstLineOf(text)} />}
      <ArticleBody
        body={text.body}
        {...embedded}
        around={(block, at) => (
          <PassageRemarks key={at} placed={placed} at={at + 1}>
            {block}
          </PassageRemarks>
        )}
      />
      <WhatChangedShown placed={placed} text={text} at={changedAt(text, { guide: parts, alert: lines })} {...told} />
      {parts && <Parts locale={locale} parts={parts} topic={article.topics[0]} />}
      {parts && <LinesRemarks placed={placed} of="guide" lines={rowsOf(parts)} first={firstLineOf(text)} />}
    </div>
  );
}

type EasyProps = { placed: PlacedRemarks; text: string; first: number };

/** The easy-read version, folded: it is approved with the text. It is open where something was said of it, or is to be said. */
function EasyReadShown({ placed, text, first }: EasyProps) {
  const t = useTranslations('articles.easyRead');
  const paragraphs = easyParagraphs(text).map((words, at) => ({ words, at: first + at }));
  const isOpen = paragraphs.some(({ at }) => placed.asked?.passage === at || placed.remarks.at.has(at));
  return (
    <details className="mb-6" open={isOpen}>
      <summary className="py-2 font-semibold">{t('title')}</summary>
      <div className="reading max-w-none">
        {paragraphs.map(({ words, at }) => (
          <PassageRemarks key={at} placed={placed} at={at}>
            <p>{words}</p>
          </PassageRemarks>
        ))}
      </div>
    </details>
  );
}

type ChangedProps = Pick<TextProps, 'placed' | 'text' | 'model' | 'unit'> & { at: number };

/** What changed, as readers see it, with the remarks on it. */
const WhatChangedShown = ({ placed, text, at, ...told }: ChangedProps) => {
  const box = <WhatChanged locale={placed.locale} text={text.whatChanged} {...told} />;
  if (!text.whatChanged) return box;
  return (
    <PassageRemarks placed={placed} at={at}>
      {box}
    </PassageRemarks>
  );
};

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

type LinesRemarksProps = {
  placed: PlacedRemarks;
  of: 'guide' | 'alert';
  lines: readonly { part: string; title: string }[];
  first: number;
};

/** What was said of each line of a guide or an alert, below all of them: they keep the shape in which they are read. */
function LinesRemarks({ placed, of, lines, first }: LinesRemarksProps) {
  const t = useTranslations('remarks');
  if (lines.length === 0) return null;
  return (
    <section className="no-print my-8 border-ink border-t-[3px] pt-4">
      <h3 className="mb-2">{t(`parts.${of}`)}</h3>
      <ol>
        {lines.map(({ part, title }, at) => (
          <li key={`${part} ${title}`} id={passageId(first + at)} className="scroll-mt-6 border-rule border-t py-2">
            <p className="font-semibold">{title}</p>
            <Beside placed={placed} at={first + at} />
          </li>
        ))}
      </ol>
    </section>
  );
}
