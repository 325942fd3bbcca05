'use client';

import { useLocale } from 'next-intl';
import { type InputHTMLAttributes, type ReactNode, useActionState, useId, useState } from 'react';
import { formatTypedDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PlainDateField } from '../days/date-field';
import { type FoldLook, FormFold } from '../panels/form-fold';
import { FormAnswer } from './form-answer';
import { FormContext, keptValues, newerValues, useField, useFormFacts } from './form-context';
import type { FormAction } from './form-state';
import { PlainTextArea, PlainTextField } from './plain-fields';
import { UnsavedGuard } from './unsaved-guard';

type FormProps = {
  /** for controls that stand elsewhere on the page and belong to it */
  id?: string;
  action: FormAction;
  /** whose words name its problems: `<concept>.problems.<problem>` */
  concept: string;
  /** said when it was saved and the page stays */
  done?: string;
  className?: string;
  /** ask before she leaves with words that were not sent */
  guarded?: boolean;
  /**
   * where it stands, without what the page says was done: by it an answer without a script finds a form whose key others change, or that
   * stands elsewhere by then. One form of an action for each address.
   */
  address?: string;
  /** its name among the forms of its page, by which what stands around them (`KeptForms`) keeps on the device what is typed into it */
  keeps?: string;
  /** the fold that it stands in: open where it has an answer */
  fold?: FoldLook;
  children: ReactNode;
};

/** A form of the signed-in area: sends to a server action, keeps what was typed, says what is wrong and where. */
export function Form({
  id: own,
  action,
  concept,
  done,
  className,
  guarded = false,
  address,
  keeps,
  fold,
  children,
}: FormProps) {
  const id = useId();
  const [labels] = useState(() => new Map<string, string>());
  const [state, send] = useActionState(action, { status: 'new', concept }, address);
  const form = (
    <form {...(own && { id: own })} action={send} noValidate className={className} data-keeps={keeps}>
      {guarded && <UnsavedGuard />}
      <FormAnswer done={done} />
      {keeps && <div data-kept="left" className="empty:hidden" />}
      {children}
      {keeps && <div data-kept="told" className="mt-1 empty:hidden" />}
    </form>
  );
  return <FormContext value={{ id, state, labels }}>{fold ? <FormFold {...fold}>{form}</FormFold> : form}</FormContext>;
}

export type FieldProps = { name: string; label: string; hint?: string; optional?: boolean; defaultValue?: string };
type InputProps = FieldProps &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'list' | 'readOnly'
  >;

export function TextField({ name, defaultValue = '', optional, ...rest }: InputProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  return (
    <PlainTextField
      {...rest}
      id={id}
      name={name}
      optional={optional}
      errors={errors}
      newer={newer}
      defaultValue={kept ?? defaultValue}
      aria-required={!optional}
    />
  );
}

type DateProps = FieldProps & { min?: string; max?: string };

/** A day, typed or taken from a calendar; sent as it was typed. */
export function DateField({ name, defaultValue = '', optional, ...rest }: DateProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  const locale = useLocale() as Locale;
  const other = newer === undefined ? undefined : formatTypedDay(locale, newer);
  return (
    <PlainDateField
      {...rest}
      id={id}
      name={name}
      optional={optional}
      errors={errors}
      newer={other === formatTypedDay(locale, kept ?? '') ? undefined : other}
      defaultValue={kept ?? defaultValue}
      aria-required={!optional}
    />
  );
}

/** Digits, typed: no wheel or arrow changes them by accident. */
export const NumberField = (props: Omit<InputProps, 'type' | 'inputMode'>) => (
  <TextField {...props} inputMode="numeric" autoComplete="off" />
);

type AreaProps = FieldProps & { rows?: number; maxLength?: number };

export function TextArea({ name, defaultValue = '', optional, ...rest }: AreaProps) {
  const { id, kept, errors, newer } = useField(name, rest.label);
  return (
    <PlainTextArea
      {...rest}
      id={id}
      name={name}
      optional={optional}
      errors={errors}
      newer={newer}
      defaultValue={kept ?? defaultValue}
      aria-required={!optional}
    />
  );
}

type HiddenProps = {
  name: string;
  value: string | number;
  /** the version that was read, and not the one that is written over: words that are put back stand beside what is read now */
  read?: boolean;
};

/** `version` becomes the newer one after "changed meanwhile": sending again then overwrites knowingly. */
export function HiddenField({ name, value, read }: HiddenProps) {
  const { state } = useFormFacts();
  const version = newerValues(state)?.version ?? keptValues(state)?.version;
  return (
    <input
      type="hidden"
      name={name}
      value={name === 'version' && version ? version : value}
      {...(read && { 'data-read': '' })}
    />
  );
}
