import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '@/components/ui/definition-list';
import type { CertificateFacts } from '@/domain/certificates/certificate';
import { inGroups } from '@/domain/certificates/code';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The facts of the paper, in the reader's language; never the name. */
export function CertificateFactsList({ certificate }: { certificate: CertificateFacts }) {
  const t = useTranslations('certificates');
  const locale = useLocale() as Locale;
  const { code, topicVi, topicEn, hours, heldOn, issuerVi, issuerEn, issuedOn } = certificate;
  return (
    <DefinitionList
      entries={[
        { term: t('code'), value: <b className="tabular-nums">{inGroups(code)}</b> },
        { term: t('topic'), value: locale === 'vi' ? topicVi : topicEn },
        { term: t('hours'), value: t('hoursOf', { count: hours }) },
        { term: t('heldOn'), value: formatDay(locale, heldOn) },
        { term: t('issuer'), value: locale === 'vi' ? issuerVi : issuerEn },
        { term: t('issuedOn'), value: formatDay(locale, issuedOn) },
      ]}
    />
  );
}
