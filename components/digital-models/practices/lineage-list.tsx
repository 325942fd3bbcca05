import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { Kin, Lineage } from '@/domain/digital-models/practices/practice';

/** The origin of a practice, and the clubs that took it over. */
export function LineageList({ lineage: { from, to } }: { lineage: Lineage }) {
  const t = useTranslations('digital-models.practice');
  if (!from && to.length === 0) return null;
  return (
    <div className="mb-6 max-w-[44em] text-ink-2">
      {from && (
        <p>
          {t('copiedFrom')} <KinName kin={from} />
        </p>
      )}
      {to.length > 0 && (
        <>
          <p>{t('copiedBy')}</p>
          <ul className="list-disc pl-6">
            {to.map((kin) => (
              <li key={kin.id}>
                <KinName kin={kin} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function KinName({ kin: { id, name, communeName, within } }: { kin: Kin }) {
  const t = useTranslations('digital-models.practice');
  if (name === null) return <>{t('anotherClub')}</>;
  const label = communeName ? t('clubOf', { name, commune: communeName }) : name;
  return within ? <Link href={`/admin/digital-models/${id}/practice`}>{label}</Link> : label;
}
