import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Viewer } from '@/domain/access/viewer';
import { saidBy } from '@/domain/coverage/rulings/ruling';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import type { CoverageView } from '@/domain/coverage/view/view';
import { env } from '@/domain/ground/env';
import { formatDay } from '@/i18n/format';
import { toldDay } from '../told-day';

/** What the figures are of and how they are counted; what is made up says so. `chosen`: how many places of them, null for all. */
export async function titlesOf(
  { locale }: Viewer,
  { level, day: { day } }: CoverageView,
  chosen: number | null,
): Promise<string[]> {
  const [t, signed] = await Promise.all([
    getTranslations({ locale, namespace: 'coverage' }),
    findPublishedReading(day),
  ]);
  return [
    `${t(`levels.${level}`)}. ${t(toldDay(day), { day: formatDay(locale, day) })}`,
    ...(chosen === null ? [] : [t('chosen.only', { count: chosen })]),
    t('definition.text', saidBy(signed)),
    ...(env.DEMO === 'on' ? [t('table.demo')] : []),
  ];
}
