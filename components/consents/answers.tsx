import { useLocale, useTranslations } from 'next-intl';
import { Fold } from '@/components/ui/panels/fold';
import { type ConsentRow, lastDayOf } from '@/domain/consents/consent';
import { dayOf } from '@/domain/days/day';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** "Đã đồng ý ngày 24/11/2026, trên giấy", for what, and who took it with which wording. */
export function Answer({ row }: { row: ConsentRow }) {
  const t = useTranslations('consents');
  const locale = useLocale() as Locale;
  const uses = useTranslations('pictures.use');
  const lastDay = lastDayOf(row);
  const answered = t('record.answered', {
    state: t(`state.${row.answer}`),
    day: formatDay(locale, dayOf(row.answeredAt)),
    channel: t(`channel.${row.channel}`).toLocaleLowerCase(locale),
  });
  const facts = [
    row.use && t('record.forUse', { use: uses(row.use).toLocaleLowerCase(locale) }),
    lastDay && t('record.until', { day: formatDay(locale, lastDay) }),
    row.takenBy ? t('record.by', { name: row.takenBy }) : t('record.byPortal'),
    t('record.edition', { edition: formatNumber(locale, row.text.edition) }),
  ];
  return (
    <p>
      <strong>{answered}</strong> <span className="block text-ink-2 text-sm">{facts.filter(Boolean).join(', ')}</span>
    </p>
  );
}

/** Every answer before, each with the wording it was given to. */
export function AnswersFold({ rows }: { rows: readonly ConsentRow[] }) {
  const t = useTranslations('consents.record');
  if (rows.length === 0) return null;
  return (
    <Fold summary={t('history', { count: rows.length })}>
      <ol className="grid gap-4">
        {rows.map((row) => (
          <li key={row.id} className="border-rule border-l-4 pl-4">
            <Answer row={row} />
            <blockquote className="mt-1 text-ink-2 text-sm" lang={row.text.locale}>
              “{row.text.body}”
            </blockquote>
          </li>
        ))}
      </ol>
    </Fold>
  );
}
