import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { CertificateRow } from '@/domain/certificates/certificate';
import { inGroups } from '@/domain/certificates/code';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Certificates, each leading to its own page; `hers` where all of them are one woman's, so that her name need not be said. */
export function CertificateTable({ certificates, hers }: { certificates: readonly CertificateRow[]; hers?: boolean }) {
  const t = useTranslations('certificates');
  const locale = useLocale() as Locale;
  const topicOf = ({ topicVi, topicEn }: CertificateRow) => (locale === 'vi' ? topicVi : topicEn);
  const columns: Column<CertificateRow>[] = [
    {
      label: t(hers ? 'topic' : 'holder'),
      kind: 'title',
      cell: (each) => (
        <Link href={`/admin/certificates/${each.id}`}>{hers ? topicOf(each) : (each.holderName ?? t('erased'))}</Link>
      ),
    },
    {
      label: t('code'),
      cell: ({ code }) => <span className="md:whitespace-nowrap tabular-nums">{inGroups(code)}</span>,
    },
    ...(hers ? [] : [{ label: t('topic'), cell: topicOf }]),
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
