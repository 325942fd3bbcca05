import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tables/tabs';

const parts = {
  sessions: '/admin/trainings',
  courses: '/admin/courses',
  venues: '/admin/venues',
  topicWaits: '/admin/trainings/topic-waits',
  calls: '/admin/trainings/calls',
  taught: '/admin/trainings/reach',
  certificates: '/admin/certificates',
} as const;
export type TrainingPart = keyof typeof parts;

/** One row leads through what belongs to trainings: what she may open of sessions, courses, places, calls, and what came of them. */
export function TrainingParts({ current, offered }: { current: TrainingPart; offered: readonly TrainingPart[] }) {
  const t = useTranslations('courses.parts');
  const tabs = offered.map((name) => ({ name, href: parts[name] }));
  return <Tabs label={t('label')} tabs={tabs} current={current} word={t} />;
}
