import { useLocale, useTranslations } from 'next-intl';
import { Fold, Folds } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import type { ConsentRow, PurposeConsents } from '@/domain/consents/consent';
import { dayOf } from '@/domain/day';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ConsentBadge } from './consent-badge';
import { type ConsentActions, TakeForm, WithdrawForm } from './consent-forms';

type PanelProps = { personId: string; consents: PurposeConsents; actions: ConsentActions };

/** One purpose: the answer that holds, what can be done about it, and every answer before. */
export function PurposePanel({ personId, consents, actions }: PanelProps) {
  const t = useTranslations('consents');
  const { purpose, state, standing, text, history } = consents;
  return (
    <Panel id={purpose} title={t(`purpose.${purpose}`)} aside={<ConsentBadge state={state} />}>
      {standing ? <Answer row={standing} /> : <p className="text-ink-2">{t('record.notAsked')}</p>}
      <Folds>
        {state === 'given' && (
          <Fold summary={t('withdraw.open')}>
            <WithdrawForm action={actions.withdraw} personId={personId} purpose={purpose} />
          </Fold>
        )}
        {text ? (
          <Fold summary={t(state === 'given' ? 'take.again' : 'take.open')}>
            <TakeForm action={actions.take} personId={personId} purpose={purpose} text={text} />
          </Fold>
        ) : (
          <p className="mt-2">{t('record.noText')}</p>
        )}
        {history.length > 0 && (
          <Fold summary={t('record.history', { count: history.length })}>
            <ol className="grid gap-4">
              {history.map((row) => (
                <li key={row.id} className="border-rule border-l-4 pl-4">
                  <Answer row={row} />
                  <blockquote className="mt-1 text-ink-2 text-sm" lang={row.text.locale}>
                    “{row.text.body}”
                  </blockquote>
                </li>
              ))}
            </ol>
          </Fold>
        )}
      </Folds>
    </Panel>
  );
}

/** "Đã đồng ý ngày 24/11/2026, trên giấy", and who took it with which wording. */
function Answer({ row }: { row: ConsentRow }) {
  const t = useTranslations('consents');
  const locale = useLocale() as Locale;
  const answered = t('record.answered', {
    state: t(`state.${row.answer}`),
    day: formatDay(locale, dayOf(row.answeredAt)),
    channel: t(`channel.${row.channel}`).toLocaleLowerCase(locale),
  });
  const facts = [
    row.assetId && t('record.forPicture'),
    row.until && t('record.until', { day: formatDay(locale, row.until) }),
    row.takenBy ? t('record.by', { name: row.takenBy }) : t('record.byPortal'),
    t('record.edition', { edition: formatNumber(locale, row.text.edition) }),
  ];
  return (
    <p>
      <strong>{answered}</strong> <span className="block text-ink-2 text-sm">{facts.filter(Boolean).join(', ')}</span>
    </p>
  );
}
