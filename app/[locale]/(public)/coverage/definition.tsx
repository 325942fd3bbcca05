import { useTranslations } from 'next-intl';
import { HoneycombPercent } from '@/components/charts/map/honeycomb-percent';
import { HowLink } from '@/components/indicators/how-link';
import { SectionHead } from '@/components/ui/panels/section-head';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { type SignedReading, saidBy } from '@/domain/coverage/rulings/ruling';
import { coverageIndicator } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';

type DefinitionProps = { locale: Locale; percent: number | null; level: CoverageLevel; signed: SignedReading };

/** What counts as covered, and the share of the city once more as a drawing. */
export function Definition({ locale, percent, level, signed }: DefinitionProps) {
  const t = useTranslations('coverage.definition');
  return (
    <div className="bg-paper-deep">
      <div className="wrap section grid gap-8 lg:grid-cols-2 lg:gap-16">
        <div>
          <SectionHead title={t('title')} />
          <p className="font-serif text-read">{t('text', saidBy(signed))}</p>
          <p className="mt-4">
            <HowLink locale={locale} code={coverageIndicator(level)} of={t('title')} />
          </p>
        </div>
        <HoneycombPercent locale={locale} percent={percent} level={level} />
      </div>
    </div>
  );
}
