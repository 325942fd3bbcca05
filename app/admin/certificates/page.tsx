import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CertificateTable } from '@/components/certificates/certificate-table';
import { PageHead } from '@/components/layout/page-head';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterChips, FilterSelect, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listCertificates } from '@/domain/certificates/queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingParts } from '../trainings/parts';

type Props = PageProps<'/admin/certificates'>;
type Asked = { q?: string | undefined; state?: 'valid' | 'revoked' | undefined; after?: string | undefined };

const certificatesPath = '/admin/certificates';
const states = ['valid', 'revoked'] as const;

async function viewerWhoSees() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'certificates.see') ? viewer : notFound();
}

function addressOf(asked: Asked): string {
  const entries = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length ? `${certificatesPath}?${new URLSearchParams(entries)}` : certificatesPath;
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerWhoSees();
  return { title: (await getTranslations('certificates'))('title') };
}

export default async function CertificatesPage({ searchParams }: Props) {
  const [viewer, query, t] = await Promise.all([viewerWhoSees(), searchParams, getTranslations('certificates')]);
  const asked = { q: oneOf(query.q)?.slice(0, 100), state: states.find((each) => each === oneOf(query.state)) };
  const { certificates, next } = await listCertificates(viewer, { ...asked, after: oneOf(query.after) });
  const narrowed = Boolean(asked.q || asked.state);
  const chips = [
    { label: asked.q && `“${asked.q}”`, without: addressOf({ ...asked, q: undefined }) },
    { label: asked.state && t(asked.state), without: addressOf({ ...asked, state: undefined }) },
  ];
  return (
    <LivePage>
      <PageHead above={certificates.some(({ demo }) => demo) && <DemoMark />} title={t('title')} lead={t('lead')} />
      <TrainingParts current="certificates" offered={trainingParts(viewer)} />
      {mayAnywhere(viewer, 'certificates.qualify') && (
        <p className="mb-5">
          <MoreLink as={Link} href={`${certificatesPath}/qualifications`}>
            {t('list.ending')}
          </MoreLink>
        </p>
      )}
      <FilterBar action={certificatesPath} label={t('list.label')}>
        <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
        <FilterSelect
          name="state"
          label={t('state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <FilterChips
        as={Link}
        found={t('list.found', { count: certificates.length })}
        chips={chips.flatMap(({ label, without }) => (label ? [{ label, without }] : []))}
      />
      {certificates.length > 0 ? (
        <CertificateTable certificates={certificates} />
      ) : (
        <EmptyState icon="report" title={t(narrowed ? 'list.nothing' : 'list.empty')}>
          {t(narrowed ? 'list.nothingHint' : 'list.emptyHint')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
    </LivePage>
  );
}
