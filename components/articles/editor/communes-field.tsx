'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { describedBy, Field } from '@/components/ui/forms/field';
import { useField } from '@/components/ui/forms/form-context';
import type { Option } from '@/components/ui/forms/plain-fields';
import { Icon } from '@/components/ui/icon';
import { UnitList } from '@/components/units/unit-list';
import { searchKey } from '@/domain/texts/clean-text';

const NAME = 'communeIds[]';
const COMMUNES_MAX = 10;
const SHOWN_MAX = 8;

type CommunesProps = { label: string; hint: string; communes: readonly Option[]; communeIds: readonly string[] };

/** Communes found by name, one after another; without a script they are boxes to be ticked. */
export function CommunesField({ label, hint, communes, communeIds }: CommunesProps) {
  const { id, kept, errors, newer } = useField(NAME, label);
  const [ready, setReady] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(kept?.split('\n') ?? communeIds);
  useEffect(() => setReady(true), []);
  const labelOf = (value: string) => communes.find((each) => each.value === value)?.label ?? value;
  if (!ready)
    return (
      <details className="mb-4 rounded-control border-2 border-ink-line bg-card" open={Boolean(errors ?? newer)}>
        <summary className="min-h-[46px] px-3.5 py-2.5 font-semibold">{label}</summary>
        <div className="max-h-80 overflow-y-auto px-3.5 pb-2">
          <CheckboxGroup name={NAME} label={label} hint={hint} options={communes} defaultValues={communeIds} optional />
        </div>
      </details>
    );
  const words = {
    label,
    hint,
    optional: true,
    errors,
    newer: newer?.split('\n').filter(Boolean).map(labelOf).join(', '),
  };
  return (
    <Field id={id} {...words}>
      {chosen.filter(Boolean).map((value) => (
        <input key={value} type="hidden" name={NAME} value={value} />
      ))}
      <Chosen
        chosen={chosen.filter(Boolean).map((value) => ({ value, label: labelOf(value) }))}
        onDrop={(value) => setChosen(chosen.filter((each) => each !== value))}
      />
      {chosen.length < COMMUNES_MAX && (
        <CommuneInput
          id={id}
          communes={communes.filter(({ value }) => !chosen.includes(value))}
          described={describedBy(id, words)}
          onChoose={(value) => setChosen([...chosen.filter(Boolean), value])}
        />
      )}
    </Field>
  );
}

function Chosen({ chosen, onDrop }: { chosen: readonly Option[]; onDrop: (value: string) => void }) {
  const t = useTranslations('articles.communes');
  if (chosen.length === 0) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-2">
      {chosen.map(({ value, label }) => (
        <li key={value}>
          <button type="button" className="chip-button" onClick={() => onDrop(value)}>
            {label}
            <Icon name="cross" size={18} />
            <span className="sr-only">{t('drop')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

type InputProps = {
  id: string;
  communes: readonly Option[];
  described: ReturnType<typeof describedBy>;
  onChoose: (value: string) => void;
};

function CommuneInput({ id, communes, described, onChoose }: InputProps) {
  const t = useTranslations('articles.communes');
  const list = useId();
  const { field, text, open, at, found, options, ask, setOpen, choose, press } = useCommuneSearch(communes, onChoose);
  const shown = open && options.length > 0;
  return (
    <div className="relative">
      <input
        ref={field}
        id={id}
        type="text"
        className="control"
        value={text}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown ? `${list}-${at}` : undefined}
        {...described}
        onChange={(event) => ask(event.target.value)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {open && (
        <UnitList
          id={list}
          answer={{ options, more: found > options.length, state: 'found' }}
          at={at}
          chosen={undefined}
          onChoose={choose}
        />
      )}
      <span role="status" className="sr-only">
        {open ? t('found', { count: found }) : ''}
      </span>
    </div>
  );
}

/** What is found by the words typed, which of it is at hand, and what the keys do. */
function useCommuneSearch(communes: readonly Option[], onChoose: InputProps['onChoose']) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const key = searchKey(text);
  const found = communes.filter(({ label }) => searchKey(label).includes(key));
  const options = found.slice(0, SHOWN_MAX);
  const ask = (words: string, isOpen = true) => {
    setText(words);
    setAt(0);
    setOpen(isOpen);
  };
  const choose = ({ value }: Option) => {
    onChoose(value);
    ask('', false);
    field.current?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      if (open && options.length > 0)
        setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key !== 'Enter') return;
    else if (open && text && options[at]) choose(options[at]);
    event.preventDefault();
  };
  return { field, text, open, at, found: found.length, options, ask, setOpen, choose, press };
}
