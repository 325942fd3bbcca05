import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { CARDS_MAX } from '@/domain/articles/cards/card';
import { askForCards, type CardOffer } from '@/domain/articles/cards/card-asking';
import { today } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import type { Locale } from '@/i18n/locales';
import { EditorPanel } from './editor-panel';
import { insertBlock, insertedIn } from './insert-block';
import { PanelField } from './panel-field';
import { PanelOffers } from './panel-offers';
import { useAsked } from './use-asked';

type CardPanelProps = { editor: Editor; lang: Locale; onDone: () => void };

/** A public thing of the portal that is put into the text as a card, found by its words; of a figure also by its day. */
export function CardPanel({ editor, lang, onDone }: CardPanelProps) {
  const t = useTranslations('articles.editor.card');
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const { known, begun, wrong } = dayTyped(day);
  const ask = useCallback(
    (words: string, signal: AbortSignal) => askForCards(lang, words, known, signal),
    [lang, known],
  );
  const offers = useAsked(begun || wrong ? '' : typed, ask);
  const insert = ({ of, ref, words }: CardOffer) => {
    insertBlock(editor, 'card', { of, ref, words });
    onDone();
  };
  return (
    <EditorPanel editor={editor} onDone={onDone}>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <PanelField label={t('label')} hint={t('hint')} value={typed} onTyped={setTyped} first />
        <PanelField
          label={t('day')}
          value={day}
          wrong={wrong ? t('dayWrong') : null}
          onTyped={setDay}
          placeholder="24/11/2026"
          narrow
        />
      </div>
      {insertedIn(editor, 'card').length >= CARDS_MAX ? (
        <p className="mb-2">{t('full')}</p>
      ) : (
        <PanelOffers
          offers={offers}
          says={(count) => t('found', { count })}
          none={t('none')}
          keyOf={({ of, ref }) => `${of} ${ref}`}
          onTake={insert}
        >
          {({ of, words, note }) => (
            <>
              <b>{words}</b> <small>{[t(`kinds.${of}`), note].filter(Boolean).join(' · ')}</small>
            </>
          )}
        </PanelOffers>
      )}
    </EditorPanel>
  );
}

/** The day of a figure as far as it is typed; `begun`: not to its end yet. None is today. */
function dayTyped(typed: string) {
  const read = readDay(typed);
  const known = read.ok ? read.value : null;
  const isWhole = typed.replace(/\D/g, '').length >= 6;
  const unread = known === null && typed.trim() !== '';
  return { known, begun: unread && !isWhole, wrong: (unread && isWhole) || (known !== null && known > today()) };
}
