import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { mayEnd, type PurposeConsents } from '@/domain/consents/consent';
import { today } from '@/domain/days/day';
import { Answer } from './answers';
import { ChannelField, LastDayField } from './consent-forms';
import { ConsentSheetAnswer } from './consent-sheet-answer';

type ConsentSheetProps = { action: FormAction; personId: string; purposes: readonly PurposeConsents[] };

/** All purposes on one sheet: one day, one way, and for each what she is read and what she answers. */
export function ConsentSheetForm({ action, personId, purposes }: ConsentSheetProps) {
  const t = useTranslations('consents');
  const options = (['given', 'refused'] as const).map((value) => ({ value, label: t(`take.${value}`) }));
  return (
    <Form action={action} concept="consents" guarded>
      <HiddenField name="personId" value={personId} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <ChannelField label={t('take.channel')} />
        <DateField name="day" label={t('take.day')} defaultValue={today()} max={today()} />
      </div>
      {purposes.map(({ purpose, standing, text }) =>
        text ? (
          <Fragment key={purpose}>
            <ConsentSheetAnswer
              name={`answer[${purpose}]`}
              purpose={t(`purpose.${purpose}`)}
              options={[...options, { value: '', label: t('consentSheet.leave') }]}
            >
              <input type="hidden" name={`text[${purpose}]`} value={text.id} />
              <blockquote className="my-2 border-lotus border-l-4 pl-4 font-serif">“{text.body}”</blockquote>
              {standing && (
                <div className="mb-2 text-ink-2 text-sm">
                  <Answer row={standing} />
                </div>
              )}
            </ConsentSheetAnswer>
            {mayEnd(purpose) && (
              <div className="max-w-xl">
                <LastDayField name={`lastDay[${purpose}]`} />
              </div>
            )}
          </Fragment>
        ) : null,
      )}
      <SubmitButton>{t('consentSheet.send')}</SubmitButton>
    </Form>
  );
}
