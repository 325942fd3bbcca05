import { useTranslations } from 'next-intl';
import { Checkbox, RadioGroup } from '@/components/ui/forms/choice-fields';
import { TextField } from '@/components/ui/forms/form';
import { type ChangePlan, codeFields, partFields, placingRules } from '@/domain/units/restructuring/change';
import type { UnitLevel } from '@/domain/units/unit';

/** A commune may be founded before its code is known: then it is given on its page. */
export const CodeField = (props: { name: string; label: string; hint?: string; defaultValue: string }) => (
  <TextField {...props} inputMode="numeric" autoComplete="off" maxLength={5} optional />
);

/** The units that a split makes, whether the old one goes on, and how people are shared out. */
export function SplitFields({ plan, level }: { plan: ChangePlan | null; level: UnitLevel }) {
  const t = useTranslations('units.change');
  return (
    <>
      {level === 'commune' && <p className="mb-4 text-ink-2 text-sm">{t('partCodesHint')}</p>}
      {partFields.map((name, at) => (
        <div key={name} className={level === 'commune' ? 'items-end gap-x-4 sm:grid sm:grid-cols-2' : ''}>
          <TextField
            name={name}
            label={t('part', { number: at + 1 })}
            maxLength={120}
            defaultValue={plan?.parts[at]?.name ?? ''}
            optional={at > 0}
          />
          {level === 'commune' && (
            <CodeField
              name={codeFields[at] ?? 'code1'}
              label={t('partCode', { number: at + 1 })}
              defaultValue={plan?.parts[at]?.code ?? ''}
            />
          )}
        </div>
      ))}
      <Checkbox name="keep" label={t('keep')} hint={t('keepHint')} defaultChecked={plan?.keep ?? false} />
      <RadioGroup
        name="rule"
        label={t('rule')}
        hint={t('ruleHint')}
        options={placingRules.map((value) => ({ value, label: t(`rules.${value}`) }))}
        defaultValue={plan?.rule ?? 'first'}
      />
    </>
  );
}
