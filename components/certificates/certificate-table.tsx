import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import type { CertificateRow } from '@/domain/certificates/certificate';
import { inGroups } from '@/domain/certificates/code';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Certificates by their codes, each leading to its own page. */
export function CertificateTable({ certificates }: { certificates: readonly CertificateRow[] }) {
  const t = useTranslations('certificates');
  const locale = useLocale() as Locale;
  const columns: Column<CertificateRow>[] = [
    {
      label: t('holder'),
      kind: 'title',
      cell: ({ id, holderName }) => <Link href={`/admin/certificates/${id}`}>{holderName ?? t('erased')}</Link>,
    },
    { label: t('code'), cell: ({ code }) => <span className="whitespace-nowrap tabular-nums">{inGroups(code)}</span> },
    { label: t('topic'), cell: ({ topicVi, topicEn }) => (locale === 'vi' ? topicVi : topicEn) },
    { label: t('heldOn'), cell: ({ heldOn }) => formatDay(locale, heldOn) },
    { label: t('state'), cell: ({ revokedOn }) => <CertificateState revokedOn={revokedOn} /> },
  ];
  return <Table caption={t('title')} columns={columns} rows={certificates} keyOf={({ id }) => id} />;
}

export function CertificateState({ revokedOn }: Pick<CertificateRow, 'revokedOn'>) {
  const t = useTranslations('certificates');
  const locale = useLocale() as Locale;
  return revokedOn ? (
    <Badge tone="problem">{t('revokedOn', { day: formatDay(locale, revokedOn) })}</Badge>
  ) : (
    <Badge tone="done">{t('valid')}</Badge>
  );
}
