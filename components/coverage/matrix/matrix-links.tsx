import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { UnitGap } from '@/domain/coverage/coverage';
import type { MatrixRow, MatrixUnit } from '@/domain/coverage/matrix/matrix';
import { remedyHref } from '../remedy-link';

const look = 'inline-flex min-h-11 items-center text-sm';

/** The way to a Digital Sub-association where there is none yet; nothing where it stands, or is not hers to bring about. */
export function RecogniseLink({ unit: { unitId, name, recognise } }: { unit: MatrixRow }) {
  const t = useTranslations('coverage.matrix');
  if (!recognise) return null;
  return (
    <Link href={remedyHref(unitId, recognise)} className={look}>
      {t(`deed.${recognise.deed}`)} <span className="sr-only">({name})</span>
    </Link>
  );
}

/** An active family without a household on record: said to everybody, and the way to write them down for whoever keeps them. */
export function HouseholdsLink({ unit: { name, parentName, bare } }: { unit: MatrixUnit }) {
  const t = useTranslations('coverage.matrix');
  if (!bare) return null;
  if (!bare.mayKeep) return <span className="text-sm">{t('bare')}</span>;
  return (
    <Link href={`/admin/digital-models/${bare.modelId}/households`} className={look}>
      {t('households')} <span className="sr-only">({parentName ? `${name}, ${parentName}` : name})</span>
    </Link>
  );
}

/** A class for the unit of a gap, with its place filled in. */
export function TrainLink({ gap: { unitId, name, parentName } }: { gap: UnitGap }) {
  const t = useTranslations('coverage.matrix');
  return (
    <Link href={`/admin/trainings/new?unitId=${unitId}`} className={look}>
      {t('train')} <span className="sr-only">({parentName ? `${name}, ${parentName}` : name})</span>
    </Link>
  );
}
