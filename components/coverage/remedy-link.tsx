import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { Remedy, UnitGap } from '@/domain/coverage/coverage';

/** The address where a remedy is done, with its record opened. */
export const remedyHref = (unitId: string, remedy: Remedy): string => {
  if (remedy.deed === 'found') return `/admin/digital-models/new?kind=digital_family&unit=${unitId}`;
  if (remedy.deed === 'recognise') return `/admin/digital-models/new?kind=digital_sub_association&unit=${unitId}`;
  if (remedy.deed === 'activate' || remedy.deed === 'grant') return `/admin/digital-models/${remedy.modelId}#status`;
  if (remedy.deed === 'tie') return `/admin/pairs/${remedy.pairId}?family=${remedy.modelId}#tie`;
  return `/admin/pairs/new?unit=${unitId}${remedy.modelId ? `&family=${remedy.modelId}` : ''}`;
};

/** A link to the one deed that mends the first thing a unit lacks, with its record opened; nothing where it is not hers to do. */
export function RemedyLink({ gap: { unitId, remedy } }: { gap: UnitGap }) {
  const t = useTranslations('coverage.remedy');
  if (!remedy) return null;
  return (
    <Link className="inline-flex min-h-11 items-center md:whitespace-nowrap" href={remedyHref(unitId, remedy)}>
      {t(remedy.deed)}
    </Link>
  );
}
