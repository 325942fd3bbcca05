import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { peoplePath } from '../asked';

type PartHeadProps = {
  person: { id: string; name: string; demo?: boolean };
  title: string;
  /** what this part is called in the way here */
  step: string;
  /** the part above it, where it is not the record itself */
  below?: { label: string; href: string };
  lead?: string;
  actions?: ReactNode;
};

/** How each part of a record begins: the way back leads to the record. */
export function PartHead({ person: { id, name, demo }, title, step, below, lead, actions }: PartHeadProps) {
  const t = useTranslations('people');
  const crumbs = [
    { label: t('title'), href: peoplePath },
    { label: name, href: `${peoplePath}/${id}` },
    ...(below ? [below] : []),
    { label: step },
  ];
  return (
    <PageHead
      above={
        <Breadcrumbs as={Link} crumbs={crumbs}>
          {demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={title}
      lead={lead}
      actions={actions}
    />
  );
}
