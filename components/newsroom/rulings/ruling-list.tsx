import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DemoMark } from '@/components/ui/demo-mark';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { addDays, type Day, fromDate } from '@/domain/days/day';
import { type RulingRow, stepOfRuling } from '@/domain/newsroom/rulings/ruling';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ListProps = { rulings: readonly RulingRow[]; today: Day; revoke: FormAction };

const tones = { holds: 'done', 'to-come': 'waiting', revoked: 'plain' } as const;

/** Which offices approve their own texts: since when, why and who ruled so; what was revoked stays on record. */
export function RulingList({ rulings, today, revoke }: ListProps) {
  const t = useTranslations('newsroom.rulings');
  return (
    <ol className="border-rule border-b">
      {rulings.map((ruling) => {
        const step = stepOfRuling(ruling, today);
        const name = [ruling.unitName, ruling.communeName].filter(Boolean).join(', ');
        return (
          <li key={ruling.id} className="border-rule border-t py-4">
            <h3 className="mb-1 font-bold font-sans text-base">
              {name} {ruling.demo && <DemoMark />}
            </h3>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={tones[step]}>{t(`steps.${step}`)}</Badge>
              <Days {...ruling} />
            </p>
            <Said {...ruling} />
            {step !== 'revoked' && <Revoke rulingId={ruling.id} name={name} action={revoke} />}
          </li>
        );
      })}
    </ol>
  );
}

function Days({ from, to }: RulingRow) {
  const t = useTranslations('newsroom.rulings');
  const locale = useLocale() as Locale;
  const [first, end] = [fromDate(from), to && fromDate(to)];
  const day = formatDay(locale, first);
  if (!end) return <span>{t('from', { day })}</span>;
  if (end <= first) return <span>{t('never', { day })}</span>;
  return <span>{t('between', { day, last: formatDay(locale, addDays(end, -1)) })}</span>;
}

/** Why, and who said so. */
function Said({ reason, ruledBy, ruledAt, revokedBy, revokedAt, revokeReason }: RulingRow) {
  const t = useTranslations('newsroom.rulings');
  const locale = useLocale() as Locale;
  return (
    <>
      <p className="mt-1.5 max-w-[44em] whitespace-pre-wrap">{reason}</p>
      <p className="mt-1 text-ink-2 text-sm">{t('ruled', { by: ruledBy, at: formatInstant(locale, ruledAt) })}</p>
      {revokedAt && (
        <p className="mt-1 text-ink-2 text-sm">
          {t('revoked', {
            by: revokedBy ?? '',
            at: formatInstant(locale, revokedAt),
            reason: revokeReason ?? '',
          })}
        </p>
      )}
    </>
  );
}

function Revoke({ rulingId, name, action }: { rulingId: string; name: string; action: FormAction }) {
  const t = useTranslations('newsroom.rulings.revoke');
  return (
    <Form action={action} concept="newsroom" fold={{ summary: t('title'), of: name }}>
      <p className="mb-3">{t('lead')}</p>
      <HiddenField name="rulingId" value={rulingId} />
      <TextField name="reason" label={t('reason')} maxLength={300} />
      <SubmitButton variant="danger" compact>
        {t('send')}
      </SubmitButton>
    </Form>
  );
}
