import { useTranslations } from 'next-intl';
import { partsOfRecord, Tabs } from '@/components/ui/tables/tabs';

const order = ['record', 'passport', 'member-card', 'consents', 'sensitive', 'own-data', 'handover', 'merge'] as const;
export type PersonTab = (typeof order)[number];

type PersonTabsProps = {
  personId: string;
  current: PersonTab;
  /** the parts she may open; the record itself is always one */
  offered: readonly PersonTab[];
};

/** The parts of a person's record. */
export function PersonTabs({ personId, current, offered }: PersonTabsProps) {
  const t = useTranslations('people.tabs');
  const names = order.filter((tab) => tab === 'record' || offered.includes(tab));
  return (
    <Tabs label={t('label')} tabs={partsOfRecord(`/admin/people/${personId}`, names)} current={current} word={t} />
  );
}
