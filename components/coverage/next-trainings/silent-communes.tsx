import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { PlaceFacts } from '@/domain/coverage/next-trainings/next-training';
import { placeName } from '../coverage-table';

/** Communes of which nothing is known: each with the way to where it is declared. */
export function SilentCommunes({ communes }: { communes: readonly PlaceFacts[] }) {
  const t = useTranslations('next-trainings.silent');
  const coverage = useTranslations('coverage');
  return (
    <section className="mt-10 max-w-4xl">
      <h2>{t('title')}</h2>
      <p className="mt-1 mb-3 text-ink-2">{t('lead')}</p>
      <ul className="flex flex-wrap gap-x-6">
        {communes.map((commune) => (
          <li key={commune.communeId}>
            <Link href={`/admin/units/${commune.communeId}`} className="inline-flex min-h-11 items-center">
              {placeName(coverage, commune)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
