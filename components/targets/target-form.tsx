import { useTranslations } from 'next-intl';
import { Form, HiddenField, NumberField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import {
  isSaidBy,
  limitsOf,
  saidBy,
  type Target,
  type TargetIndicator,
  type TargetVoice,
} from '@/domain/targets/target';
import { formatTypedNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { targetText } from './target-words';

type FormProps = {
  locale: Locale;
  target: Target;
  unit: TargetIndicator['unit'];
  /** the city asks, everybody else pledges */
  voice: TargetVoice;
  set: FormAction;
  withdraw: FormAction;
};

/** Sets the target of a place for a year with its reason, and takes the place's own back. */
export function TargetForm({ locale, target, unit, voice, set, withdraw }: FormProps) {
  const t = useTranslations('targets.form');
  const { name, year, asked, value } = target;
  const about = <AboutFields target={target} voice={voice} />;
  const { least, most } = limitsOf(unit, voice, asked);
  return (
    <Panel id="set" title={t(voice, { name, year: String(year) })}>
      {voice === 'pledged' && asked !== null && (
        <p className="mb-4">{t('floor', { value: targetText(locale, asked, unit) })}</p>
      )}
      <Form action={set} concept="targets">
        {about}
        <HiddenField name="least" value={least} />
        <HiddenField name="most" value={most} />
        <NumberField
          name="value"
          label={t(unit === 'percent' ? 'percent' : 'count')}
          {...(unit === 'percent' && { hint: t('percentHint') })}
          defaultValue={value === null ? '' : formatTypedNumber(locale, String(value))}
          maxLength={12}
        />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={500} />
        <SubmitButton>{t(voice === 'asked' ? 'sendAsked' : 'sendPledged')}</SubmitButton>
      </Form>
      {isSaidBy(target, voice) && (
        <Form
          action={withdraw}
          concept="targets"
          fold={{
            summary: t('back'),
            part: true,
            className: 'mt-4 border-rule border-t pt-3',
            above: <p className="mb-3">{t('backLead')}</p>,
          }}
        >
          {about}
          <TextArea name="reason" label={t('backReason')} rows={2} maxLength={500} />
          <SubmitButton variant="secondary">{t('sendBack')}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

const AboutFields = ({ target, voice }: { target: Target; voice: TargetVoice }) => (
  <>
    <HiddenField name="unitId" value={target.unitId} />
    <HiddenField name="indicator" value={target.indicator} />
    <HiddenField name="year" value={target.year} />
    <HiddenField name="version" value={saidBy(target, voice)} />
  </>
);
