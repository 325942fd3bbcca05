import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type AlertParts as Alert, dialled, type Hotline } from '@/domain/articles/alerts/alert';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';

const FRAME = 'max-w-[44em]';

/** `locale`: of the alert, which is not always that of the page around it. */
type PartsProps = { locale: Locale; alert: Alert; source: PublishedArticle['source'] };

/** How it is recognised, what to do, whom to call and who verified it, in this order and in large letters. */
export const AlertParts = (props: PartsProps) => (
  <>
    <Lines {...props} />
    <AlertCalls {...props} />
  </>
);

async function Lines({ locale, alert: { signs, steps } }: PartsProps) {
  const t = await getTranslations({ locale, namespace: 'articles.alert' });
  return (
    <div className={FRAME}>
      <Part title={t('signs')} lines={signs}>
        <ul className="grid gap-3 print:gap-1">
          {signs.map((sign) => (
            <li key={sign} className="flex flex-wrap items-start gap-x-3">
              <Icon name="warning" size={28} className="mt-1 flex-none text-basalt print:size-5" />
              <span className="flex-[1_1_7em]">{sign}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('steps')} lines={steps}>
        <ol className="grid gap-3 print:gap-1">
          {steps.map((step, at) => (
            <li key={step} className="flex flex-wrap items-start gap-x-3">
              <span
                className="inline-flex size-9 flex-none items-center justify-center rounded-full bg-lotus font-bold font-sans text-card text-lg print:size-6 print:border print:border-ink print:bg-transparent print:text-base print:text-ink"
                aria-hidden="true"
              >
                {at + 1}
              </span>
              <span className="flex-[1_1_7em]">{step}</span>
            </li>
          ))}
        </ol>
      </Part>
    </div>
  );
}

/** Whom to call and who verified it: of the whole text and of its easy version. */
export async function AlertCalls({ locale, alert: { hotlines }, source }: PartsProps) {
  const t = await getTranslations({ locale, namespace: 'articles.alert' });
  return (
    <div className={`${FRAME} mb-8 print:mb-0`}>
      <Part title={t('hotlines')} lines={hotlines}>
        <ul className="grid gap-3 sm:grid-cols-2 print:grid-cols-1 print:gap-1">
          {hotlines.map((hotline) => (
            <li key={`${hotline.name} ${hotline.number}`}>
              <Call hotline={hotline} words={t('call', { number: hotline.number })} />
            </li>
          ))}
        </ul>
      </Part>
      {source && (
        <p className="border-rule border-t pt-4 text-read print:pt-2">
          <Icon name="shield" className="mr-2 inline-block align-[-.2em] text-rubber" />
          <strong>{t('source')}:</strong> <Source {...source} />
        </p>
      )}
    </div>
  );
}

type PartProps = { title: string; lines: readonly unknown[]; children: ReactNode };

function Part({ title, lines, children }: PartProps) {
  if (lines.length === 0) return null;
  return (
    <section className="mb-6 break-inside-avoid border-ink border-t-[3px] pt-4 text-[1.35rem] leading-[1.5] print:mb-2 print:pt-2 print:text-[13pt]">
      <h2 className="mb-3 print:mb-1">{title}</h2>
      {children}
    </section>
  );
}

/** A tap calls; on paper the number is read. */
const Call = ({ hotline: { name, number }, words }: { hotline: Hotline; words: string }) => (
  <>
    <a
      href={`tel:${dialled(number)}`}
      className={buttonClass({
        variant: 'primary',
        className: 'min-h-[72px] w-full justify-start whitespace-normal text-left',
      })}
    >
      <Icon name="phone" size={30} className="flex-none" />
      <span className="min-w-0">
        <span className="block font-bold text-[1.35rem] leading-tight">{words}</span>
        <span className="block font-normal text-ui">{name}</span>
      </span>
    </a>
    <span className="hidden print:block">
      <strong>{number}</strong> · {name}
    </span>
  </>
);

const Source = ({ name, url }: { name: string; url: string | null }) =>
  url ? (
    <a href={url} rel="noopener noreferrer">
      {name}
    </a>
  ) : (
    name
  );
