import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';

const parts = {
  sessions: '/admin/trainings',
  courses: '/admin/courses',
  venues: '/admin/venues',
  topicWaits: '/admin/trainings/topic-waits',
  calls: '/admin/trainings/calls',
  reach: '/admin/trainings/reach',
  certificates: '/admin/certificates',
} as const;
export type TrainingPart = keyof typeof parts;

/** One row leads through what belongs to trainings: what she may open of sessions, courses, places, calls, and what came of them. */
export function TrainingParts({ current, offered }: { current: TrainingPart; offered: readonly TrainingPart[] }) {
  const t = useTranslations('courses.parts');
  const segments = offered.map((part) => ({
    href: parts[part],
    label: t(part),
    current: part === current,
  }));
  return (
    <div className="mb-6">
      <Segmented as={Link} label={t('label')} segments={segments} />
    </div>
  );
}
