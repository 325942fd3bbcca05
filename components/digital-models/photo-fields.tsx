import { useTranslations } from 'next-intl';
import { FileField } from '@/components/ui/file-field';
import { TextField } from '@/components/ui/form';
import { PICTURE_KINDS } from '@/domain/media/picture';

/** A picture and its words. Who can be seen on it was asked; it is shown to nobody outside. */
export function PhotoFields({ alt = '' }: { alt?: string | undefined }) {
  const t = useTranslations('digital-models.photo');
  return (
    <>
      <FileField name="photoFile" label={t('file')} hint={t('fileHint')} accept={PICTURE_KINDS} optional />
      <TextField
        name="photoAlt"
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
