import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { HeldBundle } from '@/domain/attendance/register/register';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type HeldListProps = { sessionId: string; bundles: readonly HeldBundle[]; action: FormAction };

/** Marks that came when they no longer counted by themselves, by the phone they came from: an official decides. */
export function HeldList({ sessionId, bundles, action }: HeldListProps) {
  const t = useTranslations('attendance.register');
  const locale = useLocale() as Locale;
  return (
    <Panel title={t('held.title')} id="held">
      <p className="mb-3 max-w-[44em]">{t('held.lead')}</p>
      <ul className="grid gap-5">
        {bundles.map(({ deviceId, kind, by, receivedAt, upTo, taps }) => (
          <li key={deviceId} className="border-rule border-t pt-4">
            <h3 className="font-bold font-sans">
              {t(kind === 'paper' ? 'held.fromPaper' : 'held.from', {
                by,
                count: taps.length,
                at: formatInstant(locale, receivedAt),
              })}
            </h3>
            <ul className="mb-3 columns-[14rem] text-ink-2">
              {taps.map(({ name, mark }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a phone may say the same of one woman twice, and none moves
                <li key={at}>{`${name}: ${t(`marksInSentence.${mark}`)}`}</li>
              ))}
            </ul>
            <Form action={action} concept="attendance" className="flex flex-wrap gap-2.5">
              <HiddenField name="sessionId" value={sessionId} />
              <HiddenField name="deviceId" value={deviceId} />
              <HiddenField name="upTo" value={upTo} />
              <SubmitButton name="decision" value="accept">
                {t('held.accept', { count: taps.length })}
              </SubmitButton>
              <SubmitButton name="decision" value="refuse" variant="danger">
                {t('held.refuse')}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
