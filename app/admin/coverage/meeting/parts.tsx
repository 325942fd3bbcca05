import { useTranslations } from 'next-intl';
import { MeetingChanges } from '@/components/coverage/meeting/meeting-changes';
import { NeedsOfCommunes, NeedsOfUnits } from '@/components/coverage/meeting/meeting-needs';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { REMINDED_MAX } from '@/domain/reminders/reminder';
import { addressOf as reminderAddress } from '../../reminders/new/asked';
import { addressOf, matrixPath } from '../[communeId]/asked';
import type { Meeting } from './load';

type PartProps = { viewer: Viewer; meeting: Meeting };

/** What changed since the month before, on the page of a meeting and on the wall. */
export const Changed = ({ viewer, meeting }: PartProps) => (
  <MeetingChanges
    locale={viewer.locale}
    day={meeting.day}
    levels={meeting.levels}
    changed={meeting.changed}
    models={meeting.models}
    heard={meeting.heard}
    targets={meeting.targets}
  />
);

/** Who needs what, and whose move it is; reminders are of today. */
export function Needed({ viewer, meeting }: PartProps) {
  const { communeId, communes, units, heads, reminded, day } = meeting;
  const isNow = day === today();
  const common = { locale: viewer.locale, reminded };
  const remindHref = (unitIds: string[]) => reminderAddress({ unitIds: unitIds.slice(0, REMINDED_MAX) });
  if (communeId)
    return (
      <NeedsOfUnits
        {...common}
        units={units}
        headOf={mayAnywhere(viewer, 'people.see') ? (id) => heads.find((each) => each.unitId === id)?.name ?? '' : null}
        hrefOf={({ row }) => `${addressOf(communeId, {})}#unit-${row.unitId}`}
        remindHref={isNow && mayAnywhere(viewer, 'reminders.remind') ? remindHref : null}
      />
    );
  return (
    <NeedsOfCommunes
      {...common}
      communes={communes}
      hrefOf={({ row }) => matrixPath(row.communeId)}
      remindHref={isNow && mayForProvince(viewer, 'reminders.remind') ? remindHref : null}
    />
  );
}

/** The way to remind all that are shown at once. */
export function useRemindAll({ viewer, meeting }: PartProps): { href: string; words: string } | null {
  const t = useTranslations('reminders');
  const { communeId, communes, units, day } = meeting;
  const ids = communeId
    ? units.flatMap(({ gaps }) => gaps.map(({ unitId }) => unitId))
    : communes.map(({ row }) => row.communeId);
  const may = communeId ? mayAnywhere(viewer, 'reminders.remind') : mayForProvince(viewer, 'reminders.remind');
  if (!may || day !== today() || ids.length === 0) return null;
  return { href: reminderAddress(communeId ? { communeId, unitIds: [] } : { unitIds: ids }), words: t('remindAll') };
}
