'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { describedBy, Field } from '@/components/ui/forms/field';
import { HiddenField } from '@/components/ui/forms/form';
import { useField, useFormFacts } from '@/components/ui/forms/form-context';
import { UnitInput } from './unit-input';
import type { UnitQuestion } from './unit-option';

type UnitFieldProps = { name: string; label: string; hint?: string; optional?: boolean; question: UnitQuestion };

/**
 * A unit in a form of the signed-in area: the only one stands there, a few are a list, of many one is found by name.
 * `app/forms/units-meant.ts` reads the scope beside it, to find out what words mean.
 */
export function UnitField({ name, label, hint, optional, question }: UnitFieldProps) {
  const { few, chosen } = question;
  const [only] = few ?? [];
  if (few?.length === 1 && only && !optional)
    return (
      <div className="field">
        <p className="field-label">{label}</p>
        <p>{only.label}</p>
        <HiddenField name={name} value={only.value} />
      </div>
    );
  const words = { name, label, ...(hint ? { hint } : {}), ...(optional ? { optional } : {}) };
  if (few) return <SelectField {...words} options={few} defaultValue={chosen?.value ?? ''} />;
  return <FoundByName {...words} question={question} />;
}

function FoundByName({ name, label, hint, optional, question }: UnitFieldProps) {
  const t = useTranslations('units.choice');
  const { id, errors, newer } = useField(name, label);
  const { state } = useFormFacts();
  const told = ('units' in state && state.units?.[name]) || undefined;
  const words = {
    label,
    hint: hint ?? t('hint'),
    optional,
    errors,
    newer: newer === undefined ? newer : (told?.newer ?? newer),
  };
  return (
    <Field id={id} {...words}>
      <input type="hidden" name={`${name}:scope`} value={question.scope} />
      <UnitInput
        key={told?.chosen?.value ?? told?.offered?.words ?? told?.typed}
        id={id}
        name={name}
        scope={question.scope}
        chosen={told ? told.chosen : question.chosen}
        typed={told?.typed ?? ''}
        offered={told ? told.offered : question.offered}
        required={!optional}
        described={describedBy(id, words)}
      />
    </Field>
  );
}
