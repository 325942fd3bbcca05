import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';

/** The parts of a session's record, in their order; each is a page below the session's own. */
const order = ['record', 'participants', 'attendance', 'outcomes', 'messages', 'series'] as const;

export type SessionTab = (typeof order)[number];

type SessionTabsProps = {
  sessionId: string;
  current: SessionTab;
  /** the parts she may open; the record itself is always one */
  offered: readonly SessionTab[];
};

/** One row leads through all parts of a session's record. Draws nothing where there is only the record itself. */
export function SessionTabs({ sessionId, current, offered }: SessionTabsProps) {
  const t = useTranslations('trainings.tabs');
  const tabs = order.filter((tab) => tab === 'record' || offered.includes(tab));
  if (tabs.length < 2) return null;
  const segments = tabs.map((tab) => ({
    href: tab === 'record' ? `/admin/trainings/${sessionId}` : `/admin/trainings/${sessionId}/${tab}`,
    label: t(tab),
    current: tab === current,
  }));
  return (
    <div className="mb-6">
      <Segmented as={Link} label={t('label')} segments={segments} />
    </div>
  );
}
