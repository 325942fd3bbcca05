import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SpanChoice } from '@/components/charts/trends/span-choice';
import { FigureTrend } from '@/components/indicators/figure-trend';
import { Link } from '@/components/ui/link';
import { toldOf } from '@/domain/indicators/indicator';
import { slugOf } from '@/domain/slug';
import { formatDay } from '@/i18n/format';
import { SavedDrawing } from '../../coverage/saved-drawing';
import { toldDay } from '../../coverage/told-day';
import { addressOf, indicatorPath } from '../asked';
import type { Shown } from './shown';

/** `children`: what is said of some of its numbers. */
type YearsProps = Shown & { children: ReactNode };

/** How the figure came to be what it is: over a year or several, as a drawing that can be taken along. */
export function Years({ locale, code, definition: { name, measure }, asked, found, topic, children }: YearsProps) {
  const t = useTranslations('indicators.trend');
  const saved = useTranslations('coverage');
  const what = topic ? `${name}: ${topic.name}` : name;
  return (
    <section>
      <h2 className="mb-3">{t('title', { years: asked.years })}</h2>
      <SpanChoice
        as={Link}
        years={asked.years}
        hrefOf={(years) => `${addressOf(indicatorPath(code), { ...asked, years })}#trend`}
      />
      {toldOf(code).flow && <p className="mb-3 text-ink-2">{t('flow')}</p>}
      <div id="trend" className="scroll-mt-4">
        <FigureTrend locale={locale} name={what} points={found.trend} measure={measure} />
      </div>
      {children}
      <SavedDrawing
        of="trend"
        file={`${slugOf(what)}-${asked.day}`}
        title={`${what}, ${found.unit.name}`}
        lines={[
          `${saved(toldDay(asked.day), { day: formatDay(locale, asked.day) })}.`,
          ...(toldOf(code).flow ? [t('flow')] : []),
        ]}
      />
    </section>
  );
}
