import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { UnitCoverage } from '@/domain/coverage/coverage';
import { RemedyLink } from './remedy-link';

/** After something was recorded: that its unit is covered now and where its commune stands, or what is missing and the deed that mends it. */
export function CoverageNotice({ coverage }: { coverage: UnitCoverage }) {
  const t = useTranslations('coverage');
  const { name, level, commune, gap } = coverage;
  const figure = t(`ofUnit.commune.${level}`, { name: commune.name, covered: commune.covered, units: commune.units });
  if (!gap)
    return (
      <Notice title={t('ofUnit.covered', { name })}>
        <span className="block tabular-nums">{figure}</span>
      </Notice>
    );
  return (
    <Notice tone="information" title={t('ofUnit.missing', { name })} action={<RemedyLink gap={gap} />}>
      {gap.missing.map((part) => t(`missing.${part}`)).join(', ')}
      <span className="block tabular-nums">{figure}</span>
    </Notice>
  );
}
