'use client';

import { useTranslations } from 'next-intl';
import { type InputHTMLAttributes, type RefObject, useEffect, useRef, useState } from 'react';
import type { Option } from '@/components/ui/forms/plain-fields';
import { Icon } from '@/components/ui/icon';
import { saidOf, UnitList } from '../unit-list';
import { OfferedUnitRadios } from './offered-units';
import type { OfferedUnits } from './unit-option';
import { useUnitSearch } from './use-unit-search';

type UnitInputProps = {
  id: string;
  name: string;
  scope: string;
  chosen?: Option | undefined;
  /** words that stand in it, where none is chosen */
  typed?: string;
  offered?: OfferedUnits | undefined;
  /** the form it belongs to, where that is another one than it stands in */
  form?: string | undefined;
  required?: boolean;
  described?: { 'aria-describedby'?: string; 'aria-invalid'?: true };
  /** called when she has chosen and what is to be sent says so */
  onChosen?: () => void;
};

/**
 * Finds a unit by its name while she types. What she chooses is sent by its id, other words as they are, without a
 * script always; the portal finds out which unit they mean.
 */
export function UnitInput({ id, name, scope, offered, form, required, described, onChosen, ...given }: UnitInputProps) {
  const t = useTranslations('units.choice');
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const field = useRef<HTMLInputElement>(null);
  const search = useUnitSearch(scope, given.chosen, offered?.words ?? given.typed ?? '');
  const { chosen, open, at, answer } = search;
  const tell = useTelling(onChosen);
  const choose = (option: Option) => {
    search.choose(option);
    tell();
    // whatever watches the form learns that something was filled in
    field.current?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const [belongs, list] = [form ? { form } : {}, `${id}-list`];
  return (
    <div className="relative">
      {ready && chosen && <input type="hidden" name={name} value={chosen.value} {...belongs} />}
      <input
        ref={field}
        id={id}
        type="text"
        className="control pr-12"
        placeholder={t('sent')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-required={required}
        {...(ready && chosen ? {} : { name })}
        {...belongs}
        {...described}
        {...controlsOf(search, choose)}
        {...(ready && asCombobox(list, open && answer.options.length > 0, at))}
      />
      {ready && <OpenList label={t('open')} onOpen={() => search.show(!open)} field={field} />}
      {open && <UnitList id={list} answer={answer} at={at} chosen={chosen} onChoose={choose} />}
      <span role="status" className="sr-only">
        {open ? saidOf(t, answer) : chosen && chosen !== given.chosen ? t('chosen', { label: chosen.label }) : ''}
      </span>
      {offered && !chosen && !onChosen && <OfferedUnitRadios name={name} offered={offered} onChoose={choose} />}
    </div>
  );
}

/** Calls back once what is chosen stands in the form. */
function useTelling(onChosen: (() => void) | undefined) {
  const [tells, setTells] = useState(false);
  useEffect(() => {
    if (!tells) return;
    setTells(false);
    onChosen?.();
  }, [tells, onChosen]);
  return () => setTells(true);
}

type Search = ReturnType<typeof useUnitSearch>;

/** The value of the field, and how it answers to typing, pressing and leaving. */
const controlsOf = (
  { text, type, show, press }: Search,
  choose: (option: Option) => void,
): InputHTMLAttributes<HTMLInputElement> => ({
  value: text,
  onChange: (event) => type(event.target.value),
  onFocus: (event) => event.target.select(),
  onClick: () => show(true),
  onBlur: () => show(false),
  onKeyDown: (event) => {
    const pressed = press(event);
    if (pressed) event.preventDefault();
    if (typeof pressed === 'object') choose(pressed);
  },
});

/** The field is a plain one without a script; with one it says so to whoever cannot see the list. */
const asCombobox = (list: string, listed: boolean, at: number): InputHTMLAttributes<HTMLInputElement> => ({
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-expanded': listed,
  'aria-controls': list,
  ...(listed && at >= 0 ? { 'aria-activedescendant': `${list}-${at}` } : {}),
});

type OpenListProps = { label: string; onOpen: () => void; field: RefObject<HTMLInputElement | null> };

/** A button for who taps; by keyboard the arrows open the list. */
function OpenList({ label, onOpen, field }: OpenListProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      className="absolute top-0 right-0 grid size-[46px] place-items-center text-ink"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        field.current?.focus();
        onOpen();
      }}
    >
      <Icon name="chevron-down" />
    </button>
  );
}
