import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { FacesWaiting } from '@/domain/consents/faces/faces';
import { pictureFaces } from '@/domain/pictures/library';

/** Who can be recognised in a picture, said by another than who took somebody off it. */
export function FacesAgain({ picture, action }: { picture: FacesWaiting; action: FormAction }) {
  const t = useTranslations('consents.faces');
  const words = useTranslations('pictures.faces');
  const { id, version, by, hers, mayLook } = picture;
  if (by.length === 0) return <p>{t('nothing')}</p>;
  return (
    <Panel title={words('title')}>
      <p className="mb-3">{words('waits', { by: by.join(', ') })}</p>
      <p className="mb-4">{t(hers ? 'forAnother' : mayLook ? 'forYou' : 'refused')}</p>
      {mayLook && (
        <Form action={action} concept="consents">
          <HiddenField name="pictureId" value={id} />
          <HiddenField name="version" value={version} />
          <RadioGroup
            name="faces"
            label={words('label')}
            options={pictureFaces.map((value) => ({ value, label: t(value) }))}
          />
          <SubmitButton>{words('save')}</SubmitButton>
        </Form>
      )}
    </Panel>
  );
}
