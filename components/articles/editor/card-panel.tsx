import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CARDS_MAX } from '@/domain/articles/cards/card';
import { askForCards, type CardOffer } from '@/domain/articles/cards/card-asking';
import { readDay } from '@/domain/days/day-spelling';
import type { Locale } from '@/i18n/locales';
import { useAsked } from './use-asked';

type CardPanelProps = { editor: Editor; lang: Locale; onDone: () => void };

/** A public thing of the portal that is put into the text as a card, found by its words; of a figure also by its day. */
export function CardPanel({ editor, lang, onDone }: CardPanelProps) {
  const t = useTranslations('articles.editor.card');
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const read = readDay(day);
  const known = read.ok ? read.value : null;
  const ask = useCallback(
    (words: string, signal: AbortSignal) => askForCards(lang, words, known, signal),
    [lang, known],
  );
  const offers = useAsked(typed, ask);
  const leave = () => {
    onDone();
    editor.commands.focus();
  };
  const insert = ({ of, ref, words }: CardOffer) => {
    editor
      .chain()
      .focus()
      .insertContent([{ type: 'card', attrs: { of, ref, words } }, { type: 'paragraph' }])
      .run();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.key === 'Escape') leave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields and buttons within
    <div className="link-panel" onKeyDown={onKeyDown}>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <PanelField label={t('label')} hint={t('hint')} value={typed} onTyped={setTyped} first />
        <PanelField label={t('day')} value={day} onTyped={setDay} placeholder="24/11/2026" narrow />
      </div>
      {cardsIn(editor) >= CARDS_MAX ? (
        <p className="mb-2">{t('full')}</p>
      ) : (
        <Offers offers={offers} onInsert={insert} />
      )}
      <Button compact variant="text" onClick={leave}>
        {t('leave')}
      </Button>
    </div>
  );
}

function cardsIn({ state }: Editor): number {
  let count = 0;
  state.doc.descendants((node) => {
    if (node.type.name === 'card') count++;
  });
  return count;
}

type FieldProps = {
  label: string;
  hint?: string;
  value: string;
  placeholder?: string;
  first?: boolean;
  narrow?: boolean;
  onTyped: (words: string) => void;
};

function PanelField({ label, hint, value, placeholder, first = false, narrow = false, onTyped }: FieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <div className={narrow ? 'w-40' : 'min-w-[min(100%,16rem)] flex-1'}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        className="control"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onTyped(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hint && `${id}-hint`}
      />
      {hint && (
        <p id={`${id}-hint`} className="field-hint mt-1">
          {hint}
        </p>
      )}
    </div>
  );
}

function Offers({ offers, onInsert }: { offers: readonly CardOffer[] | null; onInsert: (offer: CardOffer) => void }) {
  const t = useTranslations('articles.editor.card');
  return (
    <>
      <p role="status" className="sr-only">
        {offers && t('found', { count: offers.length })}
      </p>
      {offers && offers.length > 0 && (
        <ul className="link-pages">
          {offers.map((offer) => (
            <li key={`${offer.of} ${offer.ref}`}>
              <button type="button" onClick={() => onInsert(offer)}>
                <b>{offer.words}</b> <small>{[t(`kinds.${offer.of}`), offer.note].filter(Boolean).join(' · ')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {offers?.length === 0 && <p className="mb-2 text-sm">{t('none')}</p>}
    </>
  );
}
