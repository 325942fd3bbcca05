import { useTranslations } from 'next-intl';
import { Form, HiddenField, NumberField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { ALWAYS, type SecondRule } from '@/domain/second-pairs/second-pair';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type RuleListProps = { rules: readonly SecondRule[]; locale: Locale; change?: FormAction };

/** From how many on what needs two, since when and by whom; changed there by whoever answers for the whole province. */
export function RuleList({ rules, locale, change }: RuleListProps) {
  const t = useTranslations('second-pairs');
  return (
    <ul className="max-w-3xl">
      {rules.map((rule) => (
        <li key={rule.action} className="border-rule border-t py-4">
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <strong>{t(`actions.${rule.action}`)}</strong>
            <span>{rule.fromCount === null ? t('never') : t('from', { count: rule.fromCount })}</span>
          </p>
          <p className="text-ink-2">
            {rule.setBy ? t('setBy', { name: rule.setBy, at: formatInstant(locale, rule.setAt) }) : t('setAtFirst')}
            {rule.reason && ` · ${rule.reason}`}
          </p>
          {change && rule.action !== ALWAYS && (
            <div className="mt-2">
              <Form
                action={change}
                concept="second-pairs"
                className="max-w-md"
                fold={{ summary: t('change') }}
                address={`/admin/second-pairs?rule=${rule.action}`}
              >
                <HiddenField name="action" value={rule.action} />
                <NumberField
                  name="fromCount"
                  label={t('fromCount')}
                  hint={t('fromCountHint')}
                  optional
                  defaultValue={rule.fromCount === null ? '' : String(rule.fromCount)}
                />
                <TextField name="reason" label={t('why')} maxLength={200} />
                <SubmitButton>{t('change')}</SubmitButton>
              </Form>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
