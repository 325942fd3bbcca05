import { getTranslations } from 'next-intl/server';
import { ChangesSection } from '@/components/coverage/view/changes';
import { Link } from '@/components/ui/link';
import { lastMonthOf, mostMoved } from '@/domain/coverage/changes/change';
import { findUnitChanges } from '@/domain/coverage/changes/change-queries';
import { formatDay } from '@/i18n/format';
import type { LookParts } from './map-and-place';
import { viewPath } from './view-path';

/** What moved since the other day; without one, the way to what moved since last month. */
export async function ChangesBetween({ viewer, view, look }: LookParts) {
  const t = await getTranslations('coverage.changes');
  const { earlier } = view;
  const { day } = view.day;
  if (!earlier || !look.changes) {
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
  const units = await findUnitChanges(viewer, { level: view.level, day, earlier });
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
