import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';

const ways = [
  ['train', 'trainings.propose', '/admin/trainings/new'],
  ['look', 'coverage.see', '/admin/coverage'],
  ['condition', 'condition.see', '/admin/condition'],
] as const satisfies [string, Permission, string][];

/** The page of somebody for whom nothing waits: the things she may do all the same, and none that she may not. */
export function NothingWaits({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('overview.ledger');
  const hers = ways.filter(([, needs]) => mayAnywhere(viewer, needs));
  return (
    <EmptyState
      icon="check"
      title={t('nothing')}
      action={
        hers.length > 0 && (
          <div className="flex flex-wrap justify-center gap-3">
            {hers.map(([way, , href]) => (
              <ButtonLink key={way} as={Link} href={href}>
                {t(way)}
              </ButtonLink>
            ))}
          </div>
        )
      }
    />
  );
}
