import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import type { ConsentPerson } from '@/domain/consents/consent';

export type OwnPage = 'consents' | 'sensitive' | 'ownData';

const segments = { consents: 'consents', sensitive: 'sensitive', ownData: 'own-data' } as const;

/** The way between the three pages on a person's data, as far as the viewer may open them. */
export function OwnPages({ person, current }: { person: ConsentPerson; current: OwnPage }) {
  const t = useTranslations('consents.pages');
  const open = { consents: true, sensitive: person.may.sensitive, ownData: person.may.ownData };
  const pages = (Object.keys(segments) as OwnPage[]).filter((page) => open[page]);
  if (pages.length < 2) return null;
  return (
    <div className="mb-6">
      <Segmented
        as={Link}
        label={t('label')}
        segments={pages.map((page) => ({
          href: `/admin/people/${person.id}/${segments[page]}`,
          label: t(page),
          current: page === current,
        }))}
      />
    </div>
  );
}
