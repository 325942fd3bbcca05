import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { askForPictures, type PictureOffer } from '@/domain/articles/pictures/picture-asking';
import { PICTURES_MAX } from '@/domain/articles/pictures/text-picture';
import { useAsked } from './use-asked';

type PicturePanelProps = { editor: Editor; onDone: () => void };

/** A picture of her library that is put into the text: the newest at once, others by their words. */
export function PicturePanel({ editor, onDone }: PicturePanelProps) {
  const t = useTranslations('articles.editor.picture');
  const [typed, setTyped] = useState('');
  const offers = useAsked(typed, askForPictures, true);
  const leave = () => {
    onDone();
    editor.commands.focus();
  };
  const insert = ({ ref, words }: PictureOffer) => {
    const picture = { type: 'picture', attrs: { ref, words } };
    editor
      .chain()
      .focus()
      .insertContent([picture, { type: 'paragraph' }])
      .run();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const confirms = event.key === 'Enter' && event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !confirms) return;
    event.preventDefault();
    if (event.key === 'Escape') leave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields and buttons within
    <div className="link-panel" onKeyDown={onKeyDown}>
      <WordsField typed={typed} onTyped={setTyped} />
      {picturesIn(editor) >= PICTURES_MAX ? (
        <p className="mb-2">{t('full', { most: PICTURES_MAX })}</p>
      ) : (
        <Offers offers={offers} onInsert={insert} />
      )}
      <p className="mb-2 text-sm">
        {t('library')}{' '}
        <a href="/admin/pictures/new" target="_blank" rel="noopener">
          {t('add')}
        </a>
      </p>
      <Button compact variant="text" onClick={leave}>
        {t('leave')}
      </Button>
    </div>
  );
}

function picturesIn({ state }: Editor): number {
  const refs = new Set<unknown>();
  state.doc.descendants((node) => {
    if (node.type.name === 'picture') refs.add(node.attrs.ref);
  });
  return refs.size;
}

function WordsField({ typed, onTyped }: { typed: string; onTyped: (words: string) => void }) {
  const t = useTranslations('articles.editor.picture');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <label htmlFor={id} className="field-label">
        {t('label')}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        className="control"
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="field-hint mt-1">
        {t('hint')}
      </p>
    </>
  );
}

type OffersProps = { offers: readonly PictureOffer[] | null; onInsert: (offer: PictureOffer) => void };

function Offers({ offers, onInsert }: OffersProps) {
  const t = useTranslations('articles.editor.picture');
  return (
    <>
      <p role="status" className="sr-only">
        {offers && t('found', { count: offers.length })}
      </p>
      {offers && offers.length > 0 && (
        <ul className="picture-offers">
          {offers.map((offer) => (
            <li key={offer.ref}>
              <button type="button" onClick={() => onInsert(offer)}>
                {/* biome-ignore lint/performance/noImgElement: private pictures pass no image service */}
                <img src={`/admin/media/${offer.ref}?width=480`} alt="" />
                <b>{offer.words || t('noWords')}</b>
                {!offer.whole && <small>{t('notWhole')}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {offers?.length === 0 && <p className="mb-2 text-sm">{t('none')}</p>}
    </>
  );
}
