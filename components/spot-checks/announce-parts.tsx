import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainDateField } from '@/components/ui/days/date-field';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { PlainTextField } from '@/components/ui/forms/plain-fields';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Day } from '@/domain/days/day';
import type { DrawPreview } from '@/domain/spot-checks/drawing/preview';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { StrataTable } from './strata-table';

export type AskedDraw = { countedOn: Day; percent: number; lastDay: Day };

type AskProps = { action: string; asked: AskedDraw; first: Day; today: Day };

/** Which day's units, what share and until when: answered by a preview, without drawing anything. */
export function AskDraw({ action, asked, first, today }: AskProps) {
  const t = useTranslations('spot-checks.new');
  return (
    <form method="get" action={action} aria-label={t('previewLabel')} className="grid items-end gap-x-4 md:grid-cols-4">
      <PlainDateField
        id="countedOn"
        name="countedOn"
        label={t('countedOn')}
        defaultValue={asked.countedOn}
        min={first}
        max={today}
      />
      <PlainTextField
        id="percent"
        name="percent"
        label={t('percent')}
        inputMode="numeric"
        defaultValue={String(asked.percent)}
      />
      <PlainDateField id="lastDay" name="lastDay" label={t('lastDay')} defaultValue={asked.lastDay} min={today} />
      <p className="field">
        <Button type="submit" icon="filter">
          {t('preview')}
        </Button>
      </p>
    </form>
  );
}

type PreviewProps = { locale: Locale; asked: AskedDraw; preview: DrawPreview; announce: FormAction | undefined };

/** What the draw would come to, and the deed that announces it. */
export function DrawPreviewPart({ locale, asked, preview, announce }: PreviewProps) {
  const t = useTranslations('spot-checks.new');
  const { listed, drawn, strata, doubt, officials } = preview;
  return (
    <>
      <p className="font-serif text-read">
        {t('listed', { count: formatNumber(locale, listed), drawn: formatNumber(locale, drawn) })}{' '}
        {t('doubt', { doubt: formatNumber(locale, doubt) })}
      </p>
      <p className="mt-2 mb-5">
        {t('officials', { count: officials })}{' '}
        {officials > 0 && t('perOfficial', { count: formatNumber(locale, Math.ceil(drawn / officials)) })}
      </p>
      {announce && (
        <Form action={announce} concept="spot-checks" className="mb-8">
          {Object.entries(asked).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <SubmitButton>{t('send')}</SubmitButton>
        </Form>
      )}
      <StrataTable locale={locale} strata={strata} />
    </>
  );
}
