import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/forms/segmented';
import type { LinkElement } from '@/components/ui/link-element';
import { type TrendYears, trendYears } from '@/domain/coverage/view/span';

type ChoiceProps = { years: TrendYears; hrefOf: (years: TrendYears) => string; as?: LinkElement };

/** How far a trend looks back: each is a link, and the address says which. */
export function SpanChoice({ years, hrefOf, as = 'a' }: ChoiceProps) {
  const t = useTranslations('charts.span');
  return (
    <div className="no-print mb-3">
      <Segmented
        as={as}
        label={t('label')}
        segments={trendYears.map((each) => ({
          href: hrefOf(each),
          label: t('years', { years: each }),
          current: each === years,
        }))}
      />
    </div>
  );
}
