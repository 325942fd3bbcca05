import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../icon';

/** The words around a control: labels, hints and errors, ready to be shown. */
export type FieldWords = {
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  errors?: readonly string[] | undefined;
  /** what stands on the server now, when somebody else changed it meanwhile */
  newer?: string | undefined;
};

/** The attributes that tie a control to its hint, its error and the newer value. */
export function describedBy(id: string, { hint, errors, newer }: FieldWords) {
  const ids = [hint && `${id}-hint`, errors?.length && `${id}-error`, newer !== undefined && `${id}-newer`];
  const described = ids.filter(Boolean).join(' ');
  return {
    ...(described ? { 'aria-describedby': described } : {}),
    ...(errors?.length ? { 'aria-invalid': true as const } : {}),
  };
}

/** Label above, hint below it, then the control, then what is wrong with it. */
export function Field({ id, children, ...words }: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label id={`${id}-label`} className="field-label" htmlFor={id}>
        <LabelWords {...words} />
      </label>
      <Hint id={id} hint={words.hint} />
      {children}
      <FieldAnswer id={id} {...words} />
    </div>
  );
}

/** The same for several controls that answer one question. */
export function FieldSet({ id, children, ...words }: FieldWords & { id: string; children: ReactNode }) {
  return (
    <fieldset id={id} tabIndex={-1} className="field" {...describedBy(id, words)}>
      <legend className="field-label">
        <LabelWords {...words} />
      </legend>
      <Hint id={id} hint={words.hint} />
      {children}
      <FieldAnswer id={id} {...words} />
    </fieldset>
  );
}

function LabelWords({ label, optional }: FieldWords) {
  const t = useTranslations('ui.form');
  return (
    <>
      {label} {optional && <small>{t('optional')}</small>}
    </>
  );
}

function Hint({ id, hint }: { id: string; hint: string | undefined }) {
  if (!hint) return null;
  return (
    <span id={`${id}-hint`} className="field-hint">
      {hint}
    </span>
  );
}

/** The errors of a field, and somebody else's newer value of it. */
export function FieldAnswer({ id, errors, newer }: { id: string } & Pick<FieldWords, 'errors' | 'newer'>) {
  const t = useTranslations('ui.form');
  return (
    <>
      {errors && errors.length > 0 && (
        <span id={`${id}-error`} className="field-error">
          <Icon name="warning" />
          <span>{errors.join(' ')}</span>
        </span>
      )}
      {newer !== undefined && (
        <span id={`${id}-newer`} className="field-newer">
          <Icon name="history" />
          <span>{t('newer', { value: newer || t('nothing') })}</span>
        </span>
      )}
    </>
  );
}
