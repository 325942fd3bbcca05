import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type AuditCheckLineProps = {
  locale: Locale;
  check: { at: string; length: number; anchors: number; wrong: string[] } | null;
};

/** Whether the trail was found whole when it was last gone through. */
export function AuditCheckLine({ locale, check }: AuditCheckLineProps) {
  const t = useTranslations('audit.check');
  if (!check) return <p className="mb-6 text-ink-2">{t('never')}</p>;
  const at = formatInstant(locale, new Date(check.at));
  if (check.wrong.length === 0)
    return (
      <p className="mb-6 text-ink-2">
        {check.length === 0
          ? t('nothing', { at })
          : t('whole', { at, entries: formatNumber(locale, check.length), anchors: check.anchors })}
      </p>
    );
  return (
    <div className="mb-6">
      <Notice tone="problem" title={t('broken', { at })}>
        <p>{t('what')}</p>
        <ul className="list-disc pl-6 text-sm">
          {check.wrong.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
