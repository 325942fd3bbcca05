import { useTranslations } from 'next-intl';
import { ChangesSection } from '@/components/coverage/view/changes';
import { Link } from '@/components/ui/link';
import { lastMonthOf, mostMoved, type UnitChanges } from '@/domain/coverage/changes/change';
import { formatDay } from '@/i18n/format';
import type { LookParts } from './map-and-place';
import { viewPath } from './view-path';

/** What moved since the other day; without one, the way to what moved since last month. */
export function ChangesBetween({ viewer, view, look, units }: LookParts & { units: UnitChanges | null }) {
  const t = useTranslations('coverage.changes');
  const { earlier } = view;
  const { day } = view.day;
  if (!earlier || !look.changes || !units) {
    const since = lastMonthOf(day);
    if (!since) return null;
    return (
      <p className="no-print mt-6">
        <Link href={`${viewPath({ ...view, earlier: since })}#changes`}>
          {t('sinceLastMonth', { day: formatDay(viewer.locale, since) })}
        </Link>
      </p>
    );
  }
  return (
    <ChangesSection
      locale={viewer.locale}
      view={view}
      earlier={earlier}
      changes={look.changes}
      moved={mostMoved(look.rows, look.changes)}
      units={units}
      hrefOf={viewPath}
    />
  );
}
