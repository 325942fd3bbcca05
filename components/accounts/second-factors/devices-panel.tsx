import { useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { OwnDevice } from '@/domain/accounts/second-factors/second-factor';
import { phoneName } from '@/domain/phone/phone-name';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type DevicesPanelProps = { devices: readonly OwnDevice[]; may: boolean; locale: Locale; end: FormAction };

/** The devices on which she is not asked, each ended in one tap. */
export function DevicesPanel({ devices, may, locale, end }: DevicesPanelProps) {
  const t = useTranslations('second-factors.devices');
  return (
    <Panel id="devices" title={t('title')}>
      <p className="mb-3">{may ? t('lead') : t('never')}</p>
      {devices.length === 0 && may && <p>{t('none')}</p>}
      {devices.length > 0 && (
        <ul className="grid gap-3">
          {devices.map(({ id, agent, lastUsed, until }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-t pt-3">
              <span>
                {t('row', {
                  agent: agent ? phoneName(agent) : t('unknown'),
                  day: formatDay(locale, lastUsed),
                  until: formatDay(locale, until),
                })}
              </span>
              <Form action={end} concept="second-factors">
                <HiddenField name="deviceId" value={id} />
                <SubmitButton variant="secondary" compact>
                  {t('end')}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
