import { getTranslations } from 'next-intl/server';
import { PacePanel } from '@/components/targets/pace-panel';
import { TargetLine } from '@/components/targets/target-line';
import { TargetSoFar } from '@/components/targets/targets-here';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { yearOf } from '@/domain/targets/target';
import { listUnitPaces } from '@/domain/targets/unit-pace-queries';
import { targetsAddress } from '../../targets/address';

type Props = { viewer: Viewer; code: IndicatorCode; unitId: string; day: Day };

/** The target of the place on a day, how fast it is come to and when it would be there. Nothing without a target, or of a day to come. */
export async function Paced({ viewer, code, unitId, day }: Props) {
  if (day > today()) return null;
  const [t, [found]] = await Promise.all([
    getTranslations('targets'),
    listUnitPaces(viewer, { unitId, day, codes: [code] }),
  ]);
  if (!found) return null;
  const { pace, target, measure, source, from } = found;
  const what = t(`what.${code}`);
  const locale = viewer.locale;
  const year = yearOf(day);
  const said = (
    <>
      <TargetLine locale={locale} year={year} value={target} unit={measure} source={source} from={from} />{' '}
      {pace && <TargetSoFar locale={locale} pace={pace} what={what} />}{' '}
      <MoreLink as={Link} href={targetsAddress({ unitId, indicator: code, year })}>
        {t('here.all')}
      </MoreLink>
    </>
  );
  return (
    <div className="mb-8 max-w-2xl">
      {pace && pace.whole !== 1 && pace.verdict.name !== 'silent' ? (
        <PacePanel locale={locale} pace={pace} what={what} target={said} />
      ) : (
        <p>{said}</p>
      )}
    </div>
  );
}
