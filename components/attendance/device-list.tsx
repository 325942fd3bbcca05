import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { Register } from '@/domain/attendance/register/register';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type DeviceListProps = { sessionId: string; devices: Register['devices']; action: FormAction };

/** The phones that were given the names: one that is lost is taken out of use. */
export function DeviceList({ sessionId, devices, action }: DeviceListProps) {
  const t = useTranslations('attendance.register.devices');
  const locale = useLocale() as Locale;
  return (
    <Panel title={t('title')} id="devices">
      <p className="mb-3 max-w-[44em]">{t('lead')}</p>
      <ul className="grid gap-2">
        {devices.map(({ id, by, label, handedAt, revoked, silent }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-t pt-2"
          >
            <span>
              {t(silent ? 'fromSilent' : 'from', {
                by: label ? `${by} (${label})` : by,
                at: formatInstant(locale, handedAt),
              })}
            </span>
            {revoked ? (
              <Badge tone="plain">{t('revoked')}</Badge>
            ) : (
              <Form action={action} concept="attendance">
                <HiddenField name="sessionId" value={sessionId} />
                <HiddenField name="deviceId" value={id} />
                <SubmitButton compact variant="danger">
                  {t('revoke')}
                  <span className="sr-only"> {by}</span>
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
