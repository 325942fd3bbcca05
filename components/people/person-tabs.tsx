import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';

export type PersonTab = 'record' | 'passport' | 'consents' | 'sensitive' | 'own-data' | 'handover' | 'merge';

type PersonTabsProps = {
  personId: string;
  current: PersonTab;
  /** the parts she may open; the record itself is always one */
  offered: readonly PersonTab[];
};

const order: readonly PersonTab[] = ['record', 'passport', 'consents', 'sensitive', 'own-data', 'handover', 'merge'];

/** The parts of a person's record. Draws nothing where there is only the record itself. */
export function PersonTabs({ personId, current, offered }: PersonTabsProps) {
  const t = useTranslations('people.tabs');
  const tabs = order.filter((tab) => tab === 'record' || offered.includes(tab));
  if (tabs.length < 2) return null;
  const segments = tabs.map((tab) => ({
    href: tab === 'record' ? `/admin/people/${personId}` : `/admin/people/${personId}/${tab}`,
    label: t(tab),
    current: tab === current,
  }));
  return (
    <div className="mb-6">
      <Segmented as={Link} label={t('label')} segments={segments} />
    </div>
  );
}
