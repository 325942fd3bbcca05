import { useLocale, useTranslations } from 'next-intl';
import { lastDayBefore } from '@/domain/days/ending';
import type { Judgement } from '@/domain/digital-models/criteria/criteria';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ModelPicture } from '../model-picture';

/** Every judgement with its days, evidence and author, the newest first, of earlier checklists too. */
export function JudgementList({ judgements }: { judgements: readonly Judgement[] }) {
  const t = useTranslations('digital-models.judge');
  if (judgements.length === 0) return <p className="text-ink-2">{t('noHistory')}</p>;
  return (
    <ol>
      {judgements.map((judgement) => (
        <li key={judgement.id} className="border-rule border-b py-3">
          <Entry judgement={judgement} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ judgement }: { judgement: Judgement }) {
  const t = useTranslations('digital-models.judge');
  const record = useTranslations('digital-models.record');
  const locale = useLocale() as Locale;
  const { label, edition, from, to, evidence, picture, judgedBy, endedBy, endReason } = judgement;
  const day = formatDay(locale, from);
  return (
    <>
      <p className="font-semibold">{label[locale]}</p>
      <p className="text-ink-2 text-sm">
        {to === null && t('metFrom', { from: day })}
        {to === from && t('takenBack', { from: day })}
        {to !== null && to !== from && t('metSpan', { from: day, to: formatDay(locale, lastDayBefore(to)) })}
        {' · '}
        {t('ofEdition', { edition: formatNumber(locale, edition) })}
        {judgedBy && ` · ${t('judgedBy', { name: judgedBy })}`}
      </p>
      {evidence && <p className="whitespace-pre-line">{evidence}</p>}
      {endReason && (
        <p className="mt-1">
          {record('reason', { reason: endReason })}
          {endedBy && <span className="text-ink-2 text-sm"> ({endedBy})</span>}
        </p>
      )}
      {picture && <ModelPicture picture={picture} />}
    </>
  );
}
