import { useTranslations } from 'next-intl';
import { Icon } from '../icon';
import { describedBy, Field, type FieldWords } from './field';

type Props = FieldWords & { id: string; name: `${string}File`; accept: string };

/**
 * A file on a public page, which has no script: our button, and our words until a file is chosen. From then on the browser's field says
 * its name, for it alone knows it.
 */
export function PlainFileField({ id, name, accept, ...words }: Props) {
  const t = useTranslations('ui.file');
  return (
    <Field id={id} {...words}>
      {/* named by the label above; this one carries a press on our button to the browser's field */}
      <label className="file-input">
        <span className="button secondary compact" aria-hidden="true">
          <Icon name="file" />
          {t('choose')}
        </span>{' '}
        <input id={id} name={name} accept={accept} required {...describedBy(id, words)} type="file" />
        <span className="text-ink-2 text-sm" aria-hidden="true">
          {t('none')}
        </span>
      </label>
    </Field>
  );
}
