import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Asked, addressOf } from './asked';

/** The same sessions as a list, a day, a week or a month; and, for who teaches, only her own. */
export function Views({ viewer, asked }: { viewer: Viewer; asked: Asked }) {
  const t = useTranslations('calendar.views');
  const teaches = viewer.personId !== null && mayAnywhere(viewer, 'trainings.propose');
  return (
    <div className="mb-5 flex flex-wrap gap-x-6 gap-y-3">
      <Segmented
        as={Link}
        label={t('label')}
        segments={(['list', 'day', 'week', 'month'] as const).map((view) => ({
          href: addressOf({ ...asked, view }),
          label: t(view),
          current: view === asked.view,
        }))}
      />
      {teaches && (
        <Segmented
          as={Link}
          label={t('whose')}
          segments={[undefined, true].map((own) => ({
            href: addressOf({ ...asked, own }),
            label: t(own ? 'own' : 'all'),
            current: own === asked.own,
          }))}
        />
      )}
    </div>
  );
}
