import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { stayingParts } from '@/domain/articles/versions/beside';

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
  'nameTakenBack',
  'nameLookedAt',
] as const;

/** Parts of a version that could not come back. */
const stayingIn = (stays: string | string[] | undefined) =>
  stayingParts.filter((part) => [stays].flat().includes(part));

/** What was just done. */
export function Said({ said, stays }: Record<'said' | 'stays', string | string[] | undefined>) {
  const [t, words, remarks] = [
    useTranslations('articles.said'),
    useTranslations('newsroom.said'),
    useTranslations('remarks.said'),
  ];
  const wrote = written.find((each) => each === said);
  const went = moved.find((each) => each === said);
  const remarked = (['remarked', 'resolved'] as const).find((each) => each === said);
  if (wrote)
    return (
      <Notice title={t(wrote)}>
        {stayingIn(stays)
          .map((part) => t(`stays.${part}`))
          .join(' ')}
      </Notice>
    );
  if (remarked) return <Notice title={remarks(remarked)} />;
  return went ? <Notice title={words(went)} /> : null;
}
