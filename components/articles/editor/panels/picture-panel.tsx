import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { askForPictures, type PictureOffer } from '@/domain/articles/pictures/picture-asking';
import { PICTURES_MAX } from '@/domain/articles/pictures/text-picture';
import { EditorPanel } from './editor-panel';
import { insertBlock, insertedIn } from './insert-block';
import { PanelField } from './panel-field';
import { PanelOffers } from './panel-offers';
import { useAsked } from './use-asked';

type PicturePanelProps = { editor: Editor; onDone: () => void };

/** A picture of her library that is put into the text: the newest at once, others by their words. */
export function PicturePanel({ editor, onDone }: PicturePanelProps) {
  const t = useTranslations('articles.editor.picture');
  const [typed, setTyped] = useState('');
  const offers = useAsked(typed, askForPictures, true);
  const insert = ({ ref, words }: PictureOffer) => {
    insertBlock(editor, 'picture', { ref, words });
    onDone();
  };
  return (
    <EditorPanel editor={editor} onDone={onDone}>
      <PanelField label={t('label')} hint={t('hint')} value={typed} onTyped={setTyped} first />
      {new Set(insertedIn(editor, 'picture')).size >= PICTURES_MAX ? (
        <p className="mb-2">{t('full', { most: PICTURES_MAX })}</p>
      ) : (
        <PanelOffers
          offers={offers}
          says={(count) => t('found', { count })}
          none={t('none')}
          keyOf={({ ref }) => ref}
          onTake={insert}
          asPictures
        >
          {(offer) => <Offered {...offer} />}
        </PanelOffers>
      )}
      <p className="mb-2 text-sm">
        {t('library')}{' '}
        <a href="/admin/pictures/new" target="_blank" rel="noopener">
          {t('add')}
        </a>
      </p>
    </EditorPanel>
  );
}

function Offered({ ref, words, whole }: PictureOffer) {
  const t = useTranslations('articles.editor.picture');
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: private pictures pass no image service */}
      <img src={`/admin/media/${ref}?width=480`} alt="" />
      <b>{words || t('noWords')}</b>
      {!whole && <small>{t('notWhole')}</small>}
    </>
  );
}
