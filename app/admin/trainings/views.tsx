import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { FoldedOnPhone } from '@/components/ui/panels/fold';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Asked, addressOf } from './asked';

/** How the sessions are looked at; on a phone folded behind how they are looked at now, so that the list is near. */
export function Looks({ viewer, asked }: { viewer: Viewer; asked: Asked }) {
  const t = useTranslations('calendar.views');
  const tWhen = useTranslations('trainings.admin');
  const now = [t(asked.view), asked.own && t('own'), asked.view === 'list' && tWhen(asked.when)];
  return (
    <FoldedOnPhone summary={now.filter(Boolean).join(' · ')}>
      <Views viewer={viewer} asked={asked} />
      {asked.view === 'list' && <Times asked={asked} />}
    </FoldedOnPhone>
  );
}

/** The same sessions as a list, a day, a week or a month; and, for who teaches, only her own. */
function Views({ viewer, asked }: { viewer: Viewer; asked: Asked }) {
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

function Times({ asked }: { asked: Asked }) {
  const t = useTranslations('trainings.admin');
  return (
    <div className="mb-5">
      <Segmented
        as={Link}
        label={t('when')}
        segments={(['coming', 'past'] as const).map((when) => ({
          href: addressOf({ ...asked, when }),
          label: t(when),
          current: when === asked.when,
        }))}
      />
    </div>
  );
}
