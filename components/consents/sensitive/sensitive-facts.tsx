import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DefinitionList } from '@/components/ui/definition-list';
import type { SensitiveRow } from '@/domain/consents/sensitive/sensitive';
import { dayOf } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Which fields are written, and nothing of what they say. */
export function SensitiveFacts({ rows }: { rows: readonly SensitiveRow[] }) {
  const t = useTranslations('consents.sensitive');
  return (
    <DefinitionList entries={rows.map((row) => ({ term: t(`fields.${row.field}`), value: <State row={row} /> }))} />
  );
}

function State({ row: { held, writtenAt, missingKey } }: { row: SensitiveRow }) {
  const t = useTranslations('consents.sensitive');
  const locale = useLocale() as Locale;
  if (!held || !writtenAt) return <span className="font-normal text-ink-2">{t('none')}</span>;
  if (missingKey) return <Badge tone="problem">{t('keyMissing', { label: missingKey })}</Badge>;
  return (
    <>
      <Badge tone="done">{t('held')}</Badge>
      <span className="block font-normal text-ink-2 text-sm">
        {t('written', { day: formatDay(locale, dayOf(writtenAt)) })}
      </span>
    </>
  );
}
