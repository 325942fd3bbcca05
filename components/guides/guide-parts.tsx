import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { GuideParts, GuideStep } from '@/domain/guides/guide';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { GuideDrawing } from './guide-drawing';

/** `locale`: of the guide, which is not always that of the page around it. */
type PartsProps = { locale: Locale; guide: GuideParts };

/** The place of a step within the page. */
export const stepAnchor = (at: number) => `buoc-${at + 1}`;

/** What she needs before she begins. */
export async function GuideNeeds({ locale, guide: { needs } }: PartsProps) {
  const t = await getTranslations({ locale, namespace: 'guides' });
  if (needs.length === 0) return null;
  return (
    <section className="school-grid my-8 max-w-[44em] p-[min(1.25rem,5vw)] text-read">
      <h2 className="mb-2.5 font-bold font-sans text-h3">{t('needs')}</h2>
      <ul>
        {needs.map((need) => (
          <li key={need} className="flex items-start gap-3 py-1.5">
            <Icon name="check" className="mt-1.5 flex-none text-rubber" />
            <span className="min-w-0">{need}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type StepsProps = PartsProps & { topic: string | undefined };

/** One step a screenful on a phone: the drawing, the number, what to do. */
export async function GuideSteps({ locale, guide: { steps }, topic }: StepsProps) {
  const t = await getTranslations({ locale, namespace: 'guides' });
  if (steps.length === 0) return null;
  return (
    <section>
      <h2 className="sr-only">{t('stepByStep')}</h2>
      <ol>
        {steps.map((step, at) => (
          <Step
            key={step.title}
            step={step}
            at={at}
            which={t('step', { number: at + 1, count: steps.length })}
            topic={topic}
          />
        ))}
      </ol>
    </section>
  );
}

type StepProps = { step: GuideStep; at: number; which: string; topic: string | undefined };

function Step({ step: { title, body, drawing }, at, which, topic }: StepProps) {
  return (
    <li
      id={stepAnchor(at)}
      className="grid content-center items-center gap-x-12 gap-y-4 break-inside-avoid border-rule border-t py-8 max-md:min-h-[85vh] md:grid-cols-[5fr_7fr] print:min-h-0 print:grid-cols-[1fr_3fr] print:py-3"
    >
      <GuideDrawing drawing={drawing} topic={topic} at={at} className="max-w-md" />
      <div className="min-w-0">
        <p className="mb-1 flex items-center gap-3 font-semibold text-lotus text-ui">
          <span
            className="inline-flex size-11 flex-none items-center justify-center rounded-full bg-lotus font-bold text-card text-h3 print:border-2 print:border-ink print:bg-transparent print:text-ink"
            aria-hidden="true"
          >
            {at + 1}
          </span>
          {which}
        </p>
        <h3 className="text-h2">{keepTogether(title)}</h3>
        <p className="mt-2.5 max-w-[30em] whitespace-pre-line font-serif text-[1.4rem] leading-[1.65]">{body}</p>
      </div>
    </li>
  );
}

/** What a guide holds beside the text of its article: needs, steps, troubles. */
export const GuideTexts = (props: StepsProps) => (
  <>
    <GuideNeeds {...props} />
    <GuideSteps {...props} />
    <GuideTroubles {...props} />
  </>
);

/** What to do when it goes wrong. */
export async function GuideTroubles({ locale, guide: { troubles } }: PartsProps) {
  const t = await getTranslations({ locale, namespace: 'guides' });
  if (troubles.length === 0) return null;
  return (
    <section className="border-ink border-t-[3px] pt-5">
      <h2 className="mb-3">{t('troubles')}</h2>
      <dl className="max-w-[44em] text-read">
        {troubles.map(({ title, body }) => (
          <div key={title} className="break-inside-avoid border-rule border-t py-4">
            <dt className="flex items-start gap-3 font-bold">
              <Icon name="warning" className="mt-1.5 flex-none text-basalt" />
              <span className="min-w-0">{title}</span>
            </dt>
            <dd className="mt-1 whitespace-pre-line font-serif">{body}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
