import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { ModelHexagon } from '@/components/ui/model-hexagon';
import { modelKinds } from '@/domain/digital-models/digital-model';

/** The first step of founding: four kinds, each with what it is and where it may stand. */
export function KindChoice({ unitId }: { unitId: string | undefined }) {
  const t = useTranslations('digital-models');
  return (
    <ul className="grid max-w-4xl gap-3 md:grid-cols-2">
      {modelKinds.map((kind) => (
        <li key={kind}>
          <Link
            href={`/admin/digital-models/new?${new URLSearchParams({ kind, ...(unitId ? { unit: unitId } : {}) })}`}
            className="flex h-full items-center gap-4 rounded-control border-2 border-rule bg-card p-4 text-ink no-underline hover:border-ink"
          >
            <ModelHexagon kind={kind} />
            <span>
              <b className="block text-lotus underline underline-offset-[.22em]">{t(`kind.${kind}`)}</b>
              <span className="text-ink-2 text-sm">{t(`found.about.${kind}`)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
