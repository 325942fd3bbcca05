import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { UnitStanding } from '@/domain/coverage/coverage';
import { RemedyLink } from './remedy-link';

/** After something was recorded: that its unit is covered now and where its commune stands, or what is missing and the deed that mends it. */
export function StandingNotice({ standing }: { standing: UnitStanding }) {
  const t = useTranslations('coverage');
  const { name, level, commune, gap } = standing;
  const figure = t(`standing.commune.${level}`, { name: commune.name, covered: commune.covered, units: commune.units });
  if (!gap)
    return (
      <Notice title={t('standing.covered', { name })}>
        <span className="block tabular-nums">{figure}</span>
      </Notice>
    );
  return (
    <Notice tone="information" title={t('standing.missing', { name })} action={<RemedyLink gap={gap} />}>
      {gap.missing.map((part) => t(`missing.${part}`)).join(', ')}
      <span className="block tabular-nums">{figure}</span>
    </Notice>
  );
}
