import type { useTranslations } from 'next-intl';
import { BrandMark, BrandName } from '@/components/layout/brand';
import { DemoMark } from '@/components/ui/demo-mark';
import { QrCode } from '@/components/ui/print/qr-code';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Guide } from '@/domain/guides/guide';

type CardProps = {
  /** in the language of the guide, which is not always that of the page around it */
  t: ReturnType<typeof useTranslations<'guides'>>;
  layout: ReturnType<typeof useTranslations<'layout'>>;
  demo: string;
  article: PublishedArticle;
  guide: Guide;
  /** an address that can be typed from paper, and lasts */
  short: string;
};

/** Half a sheet: the steps in one sentence each, what to do when it goes wrong, and the code that leads to the whole guide. No ground is printed. */
export function GuideCard({ t, layout, demo, article, guide, short }: CardProps) {
  return (
    <article className="half-page mx-auto grid max-w-[44em] [&>*]:min-w-0 gap-4 rounded-tile border-2 border-ink bg-card p-[min(1.5rem,5vw)] print:rounded-none print:border-0 print:p-0 print:pt-2">
      <p className="flex items-center gap-3">
        <BrandMark on="paper" className="size-[min(2.75rem,12vw)] print:size-11" />
        <BrandName on="paper" name={layout('fullName')} under={layout('footer.campaign')} />
      </p>
      <h1 className="text-h2 print:text-[17pt]">{article.title}</h1>
      {guide.needs.length > 0 && (
        <p>
          <strong>{t('needs')}:</strong> {guide.needs.join('. ')}.
        </p>
      )}
      <ol className="border-ink border-y-2 py-2">
        {guide.steps.map(({ title }, at) => (
          <li
            key={title}
            className="flex items-start gap-3 py-1 text-read print:py-0.5 print:text-[12pt] print:leading-snug"
          >
            <span className="mt-0.5 inline-flex size-[min(2rem,10vw)] flex-none items-center justify-center rounded-full border-2 border-ink font-bold text-[min(1rem,5vw)] print:mt-0 print:size-6 print:text-base">
              {at + 1}
            </span>
            <span className="min-w-0 print:pt-0.5">{title}</span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-start gap-5">
        {guide.troubles.length > 0 && (
          <div className="min-w-0 flex-1 basis-56">
            <h2 className="font-bold font-sans text-base">{t('troubles')}</h2>
            <dl className="text-sm print:text-[9.5pt]">
              {guide.troubles.map(({ title, body }) => (
                <div key={title} className="mt-1">
                  <dt className="inline font-bold">{title}: </dt>
                  <dd className="inline">{body}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        <p className="w-36 max-w-full flex-none text-center text-sm print:w-[34mm] print:text-[8.5pt]">
          <QrCode text={short} label={t('card.scan')} className="w-full" />
          {t('card.scan')}
          <TypedAddress address={short} />
        </p>
      </div>
      {article.demo && <DemoMark className="justify-self-start" words={demo} />}
    </article>
  );
}

/** An address as it is typed; where it has to break, it does so behind the name of the portal. */
function TypedAddress({ address }: { address: string }) {
  const { host, pathname } = new URL(address);
  return (
    <span className="block font-semibold [overflow-wrap:anywhere]">
      {host}
      <wbr />
      <span className="whitespace-nowrap">{pathname}</span>
    </span>
  );
}
