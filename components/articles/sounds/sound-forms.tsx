import { useLocale, useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import { UploadField } from '@/components/uploads/upload-field';
import type { DraftSound } from '@/domain/articles/sounds/sound';
import { SOUND_KINDS } from '@/domain/articles/sounds/sound';
import { formatBytes, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { lengthOf } from './sound-player';

type Edition = { articleId: string; version: number };
type Told = { language: Locale };

function EditionFields({ articleId, version, language }: Edition & Told) {
  return (
    <>
      <HiddenField name="articleId" value={articleId} />
      <HiddenField name="version" value={version} read />
      <HiddenField name="locale" value={language} />
    </>
  );
}

type NowProps = { sound: DraftSound; below: string };

/** The sound of a text as colleagues hear it, who reads, and whether its words are still those that stand there. */
export function SoundNow({ sound, below }: NowProps) {
  const [t, locale] = [useTranslations('sounds'), useLocale() as Locale];
  const { readBy, seconds, bytes, stale, addedBy, addedAt, textId, format } = sound;
  return (
    <div>
      <p>{t('player.readBy', { readBy, ...lengthOf(seconds), size: formatBytes(locale, bytes) })}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: the text of the article is what is heard */}
      <audio controls preload="none" src={`${below}/${textId}.${format}`} className="my-2 block w-full max-w-[34em]" />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        <Badge tone={stale ? 'problem' : 'done'}>{t(stale ? 'stale' : 'current')}</Badge>
        {addedBy && <span>{t('addedBy', { addedBy, at: formatInstant(locale, addedAt) })}</span>}
      </p>
      {stale && <p className="mt-2">{t('staleHint')}</p>}
    </div>
  );
}

type LanguageProps = Told & {
  sound: DraftSound | null;
  edition: Edition;
  below: string;
  add: FormAction;
  remove: FormAction;
  /** it was approved, or has its hour: nothing is added */
  fixed: boolean;
};

/** The sound of one language: what is there, and the forms to give another one and to take it away. */
export function LanguageSound({ language, sound, edition, below, add, remove, fixed }: LanguageProps) {
  const t = useTranslations('sounds');
  return (
    <Panel title={t('language', { language })}>
      {sound ? <SoundNow sound={sound} below={below} /> : <p>{t('none')}</p>}
      {!fixed && <AddSound language={language} edition={edition} add={add} again={sound !== null} />}
      {sound && (
        <Form action={remove} concept="articles" className="mt-5">
          <EditionFields {...edition} language={language} />
          <SubmitButton compact variant="danger">
            {t('remove')}
          </SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

type AddProps = Told & { edition: Edition; add: FormAction; again: boolean };

function AddSound({ language, edition, add, again }: AddProps) {
  const t = useTranslations('sounds.add');
  return (
    <Form action={add} concept="articles" keeps={`sound-${language}`} className="mt-5">
      <EditionFields {...edition} language={language} />
      <Words of={['uploads.sending']}>
        <UploadField name="soundFile" label={t('file')} hint={t('fileHint')} accept={SOUND_KINDS} />
      </Words>
      <TextField name="readBy" label={t('readBy')} hint={t('readByHint')} maxLength={120} autoComplete="off" />
      <Checkbox name="agreed" label={t('agreed')} />
      <div className="mt-5">
        <SubmitButton compact variant="secondary">
          {t(again ? 'replace' : 'save')}
        </SubmitButton>
      </div>
    </Form>
  );
}
