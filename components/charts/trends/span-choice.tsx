import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { type TrendYears, trendYears } from '@/domain/coverage/view/span';

type ChoiceProps = { years: TrendYears; hrefOf: (years: TrendYears) => string };

/** How far a trend looks back: each is a link, and the address says which. */
export function SpanChoice({ years, hrefOf }: ChoiceProps) {
  const t = useTranslations('charts.span');
  return (
    <div className="no-print mb-3">
      <Segmented
        as={Link}
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
