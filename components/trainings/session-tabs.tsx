import { useTranslations } from 'next-intl';
import { partsOfRecord, Tabs } from '@/components/ui/tables/tabs';

const order = ['record', 'participants', 'attendance', 'outcomes', 'messages', 'series'] as const;
export type SessionTab = (typeof order)[number];

type SessionTabsProps = {
  sessionId: string;
  current: SessionTab;
  /** the parts she may open; the record itself is always one */
  offered: readonly SessionTab[];
};

/** The parts of a session's record. */
export function SessionTabs({ sessionId, current, offered }: SessionTabsProps) {
  const t = useTranslations('trainings.tabs');
  const names = order.filter((tab) => tab === 'record' || offered.includes(tab));
  return (
    <Tabs label={t('label')} tabs={partsOfRecord(`/admin/trainings/${sessionId}`, names)} current={current} word={t} />
  );
}
