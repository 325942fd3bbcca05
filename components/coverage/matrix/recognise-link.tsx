import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { remedyHref } from '../remedy-link';

/** The way to a Digital Sub-association where there is none yet; nothing where it stands, or is not hers to bring about. */
export function RecogniseLink({ unit: { unitId, name, recognise } }: { unit: MatrixRow }) {
  const t = useTranslations('coverage.matrix');
  if (!recognise) return null;
  return (
    <Link href={remedyHref(unitId, recognise)} className="inline-flex min-h-11 items-center text-sm md:min-h-6">
      {t(`deed.${recognise.deed}`)} <span className="sr-only">({name})</span>
    </Link>
  );
}
