import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/forms/file-field';
import { TextField } from '@/components/ui/forms/form';
import { PICTURE_KINDS } from '@/domain/pictures/picture';

/** A picture and its words. Who can be seen on it was asked; it is shown to nobody outside. */
export function PictureFields({ alt = '' }: { alt?: string | undefined }) {
  const t = useTranslations('digital-models.picture');
  return (
    <>
      <FileField name="pictureFile" label={t('file')} hint={t('fileHint')} accept={PICTURE_KINDS} optional />
      <TextField
        name="pictureAlt"
        label={t('alt')}
        hint={t('altHint')}
        defaultValue={alt}
        maxLength={200}
        autoComplete="off"
        optional
      />
    </>
  );
}
