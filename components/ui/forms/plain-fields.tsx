import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { describedBy, Field, FieldAnswer, FieldSet, type FieldWords } from './field';

/** Controls without a script: for the forms of public pages, and inside the fields of `form.tsx`. */
type Named = FieldWords & { id: string; name: string };

const wordsOf = ({ label, hint, optional, errors, newer }: FieldWords): FieldWords => ({
  label,
  hint,
  optional,
  errors,
  newer,
});

type Input = Named & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'>;

export function PlainTextField({ label, hint, optional, errors, newer, type = 'text', ...attributes }: Input) {
  const words = wordsOf({ label, hint, optional, errors, newer });
  return (
    <Field id={attributes.id} {...words}>
      <input {...attributes} type={type} className="control" {...describedBy(attributes.id, words)} />
    </Field>
  );
}

type Area = Named & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name'>;

export function PlainTextArea({ label, hint, optional, errors, newer, ...attributes }: Area) {
  const words = wordsOf({ label, hint, optional, errors, newer });
  return (
    <Field id={attributes.id} {...words}>
      <textarea rows={5} {...attributes} className="control" {...describedBy(attributes.id, words)} />
    </Field>
  );
}

/** `sign`: what is drawn beside the words of a choice. */
export type Option = { value: string; label: string; hint?: string; sign?: ReactNode };
export type OptionGroup = { label: string; options: readonly Option[] };

type Select = Named &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'children'> & {
    options: readonly (Option | OptionGroup)[];
    /** the first, empty choice: "Tất cả", "Chọn…" */
    empty?: string | undefined;
  };

export function PlainSelectField({ label, hint, optional, errors, newer, options, empty, ...attributes }: Select) {
  const words = wordsOf({ label, hint, optional, errors, newer });
  return (
    <Field id={attributes.id} {...words}>
      <select {...attributes} className="control" {...describedBy(attributes.id, words)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(drawOption)}
            </optgroup>
          ) : (
            drawOption(option)
          ),
        )}
      </select>
    </Field>
  );
}

const drawOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

type Box = Named & { value?: string; defaultChecked?: boolean };

export function PlainCheckbox({ id, name, value = 'on', defaultChecked = false, ...words }: Box) {
  return (
    <div className="field">
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          {...describedBy(id, words)}
        />
        <span>
          {words.label}
          {words.hint && (
            <span id={`${id}-hint`} className="field-hint mt-0">
              {words.hint}
            </span>
          )}
        </span>
      </label>
      <FieldAnswer id={id} errors={words.errors} newer={words.newer} />
    </div>
  );
}

type Choices = Named & { options: readonly Option[]; chosen: readonly string[]; type: 'radio' | 'checkbox' };

/** One question, several answers to choose from: one (`radio`) or any number (`checkbox`). */
export function PlainChoices({ id, name, options, chosen, type, ...words }: Choices) {
  return (
    <FieldSet id={id} {...words}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,max(11rem,40%)),1fr))] gap-2">
        {options.map(({ value, label, hint, sign }) => (
          <label key={value} className="choice tile">
            <input type={type} name={name} value={value} defaultChecked={chosen.includes(value)} />
            <span>
              {label}
              {hint && <span className="field-hint mt-0 font-normal">{hint}</span>}
            </span>
            {sign}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
