import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, NumberField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import { UploadField } from '@/components/uploads/upload-field';
import { type LibraryRecord, pictureFaces, pictureFieldsOf } from '@/domain/pictures/library';
import { PICTURE_KINDS } from '@/domain/pictures/picture';
import { FocalPoint } from './focal-point';

type NewProps = { action: FormAction; unit: UnitQuestion; leave: string };

/** A picture, whose it is, and what can be seen on it. */
export function NewPictureForm({ action, unit, leave }: NewProps) {
  const t = useTranslations('pictures.new');
  return (
    <Form action={action} concept="pictures" keeps="new" className="max-w-[46rem]">
      <UnitField name="unitId" label={t('unit')} question={unit} />
      <Words of={['uploads.sending']}>
        <UploadField name="pictureFile" label={t('file')} hint={t('fileHint')} accept={PICTURE_KINDS} />
      </Words>
      <TextField name="altVi" label={t('alt')} hint={t('altHint')} maxLength={200} autoComplete="off" />
      <div className="mt-6 flex flex-wrap gap-3">
        <SubmitButton>{t('save')}</SubmitButton>
        <ButtonLink as={Link} href={leave}>
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  );
}

type RecordProps = { picture: LibraryRecord; action: FormAction };

function Kept({ picture: { id, version } }: Pick<RecordProps, 'picture'>) {
  return (
    <>
      <HiddenField name="pictureId" value={id} />
      <HiddenField name="version" value={version} />
    </>
  );
}

/** Who can be recognised: nobody, or everybody who can is named above. */
export function FacesForm({ picture, action }: RecordProps) {
  const t = useTranslations('pictures.faces');
  const waits = picture.facesWait;
  return (
    <Panel title={t('title')}>
      {waits && (
        <Notice tone="information" title={t('waits', { by: waits.by.join(', ') })}>
          {t(waits.hers ? 'waitsForAnother' : 'waitsForYou', { unit: picture.unit.name })}
        </Notice>
      )}
      {!waits?.hers && (
        <Form action={action} concept="pictures">
          <Kept picture={picture} />
          <RadioGroup
            name="faces"
            label={t('label')}
            defaultValue={picture.faces ?? ''}
            options={pictureFaces.map((value) => ({ value, label: t(value) }))}
          />
          <SubmitButton compact variant="secondary">
            {t('save')}
          </SubmitButton>
        </Form>
      )}
    </Panel>
  );
}

/** Its words in both languages, and what must not be cut off. */
export function PictureForm({ picture, action }: RecordProps) {
  const t = useTranslations('pictures.words');
  const values = pictureFieldsOf(picture);
  const field = (name: 'altVi' | 'altEn' | 'captionVi' | 'captionEn', maxLength: number, optional: boolean) => (
    <TextField
      name={name}
      label={t(name)}
      hint={t(`${name}Hint`)}
      defaultValue={values[name] ?? ''}
      maxLength={maxLength}
      autoComplete="off"
      optional={optional}
    />
  );
  return (
    <Panel title={t('title')}>
      <Form action={action} concept="pictures" keeps="words">
        <Kept picture={picture} />
        {field('altVi', 200, false)}
        {field('altEn', 200, true)}
        {field('captionVi', 300, true)}
        {field('captionEn', 300, true)}
        <p className="mt-4">{t('focal')}</p>
        <Words of={['pictures.focal']}>
          <FocalPoint picture={picture}>
            <NumberField name="focalX" label={t('focalX')} defaultValue={values.focalX ?? ''} maxLength={3} />
            <NumberField name="focalY" label={t('focalY')} defaultValue={values.focalY ?? ''} maxLength={3} />
          </FocalPoint>
        </Words>
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </Panel>
  );
}

/** Takes it out of the library, and off every page. */
export function RemovePicture({ picture, action }: RecordProps) {
  const t = useTranslations('pictures.remove');
  return (
    <Panel title={t('title')}>
      <p className="mb-4">{t('lead')}</p>
      <Form action={action} concept="pictures">
        <Kept picture={picture} />
        <SubmitButton compact variant="danger">
          {t('do')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
