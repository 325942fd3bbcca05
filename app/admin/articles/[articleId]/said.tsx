import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

const written = ['drafted', 'edited', 'reviewed', 'restored', 'restoredAnew'] as const;
const moved = [
  'submitted',
  'returned',
  'approved',
  'published',
  'scheduled',
  'unscheduled',
  'withdrawn',
  'moved',
  'forced',
  'confirmed',
] as const;

/** What was just done. */
export function Said({ said }: { said: string | string[] | undefined }) {
  const [t, words, remarks] = [
    useTranslations('articles.said'),
    useTranslations('newsroom.said'),
    useTranslations('remarks.said'),
  ];
  const wrote = written.find((each) => each === said);
  const went = moved.find((each) => each === said);
  const remarked = (['remarked', 'resolved'] as const).find((each) => each === said);
  if (wrote) return <Notice title={t(wrote)} />;
  if (remarked) return <Notice title={remarks(remarked)} />;
  return went ? <Notice title={words(went)} /> : null;
}
