import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { PersonRecord } from '@/domain/people/record';
import { peoplePath } from '../asked';

type PartHeadProps = { person: PersonRecord; title: string; step: string };

/** How a page that changes one part of a record begins: the way back leads to the record. */
export function PartHead({ person: { id, name }, title, step }: PartHeadProps) {
  const t = useTranslations('people');
  const crumbs = [
    { label: t('title'), href: peoplePath },
    { label: name, href: `${peoplePath}/${id}` },
    { label: step },
  ];
  return <PageHead above={<Breadcrumbs as={Link} crumbs={crumbs} />} title={title} />;
}
