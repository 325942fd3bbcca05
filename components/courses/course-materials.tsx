import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Checkbox, SelectField } from '@/components/ui/forms/choice-fields';
import { FileField } from '@/components/ui/forms/file-field';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { type CourseMaterial, type KeptMaterial, MATERIAL_KINDS } from '@/domain/courses/course';
import type { Locale } from '@/i18n/locales';
import { MaterialLink } from './material-link';

type Keep = { courseId: string; addLink: FormAction; addFile: FormAction; remove: FormAction };
type MaterialsProps = {
  locale: Locale;
  materials: KeptMaterial[];
  hrefOf: (material: CourseMaterial) => string;
  /** where it is said who is in a picture; null for whoever keeps no answers */
  womenIn: ((pictureId: string) => string) | null;
  keep?: Keep;
};

/** The materials of a course, and for its keeper the forms to add and to remove. */
export function CourseMaterials({ locale, materials, hrefOf, womenIn, keep }: MaterialsProps) {
  const t = useTranslations('courses.materials');
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      {materials.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <ul className="border-rule border-b">
          {materials.map((material) => (
            <li
              key={material.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 border-rule border-t py-2"
            >
              <div className="min-w-0">
                <MaterialLink locale={locale} material={material} href={hrefOf(material)} />
                <p className="text-sm">
                  <Badge tone={material.isPublic ? 'done' : 'plain'} icon={material.isPublic ? 'globe' : 'key'}>
                    {t(material.isPublic ? 'public' : 'internal')}
                  </Badge>
                </p>
                {womenIn && material.picture && (
                  <InPicture {...material} picture={material.picture} womenIn={womenIn} />
                )}
              </div>
              {keep && (
                <Form action={keep.remove} concept="courses">
                  <HiddenField name="courseId" value={keep.courseId} />
                  <HiddenField name="materialId" value={material.id} />
                  <SubmitButton variant="text" compact>
                    {t('remove')}
                    <span className="sr-only">: {material.title}</span>
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {keep && <AddForms keep={keep} />}
    </section>
  );
}

type InPictureProps = Pick<CourseMaterial, 'title'> & {
  picture: NonNullable<KeptMaterial['picture']>;
  womenIn: (pictureId: string) => string;
};

/** How many can be recognised in a picture, as was said, and the way to say it. */
function InPicture({ title, picture: { id, women, shown }, womenIn }: InPictureProps) {
  const t = useTranslations('courses.materials');
  return (
    <p className="text-sm">
      {!shown && <Badge tone="problem">{t('takenOff')}</Badge>}{' '}
      <Link href={womenIn(id)} className="inline-flex min-h-11 items-center">
        {t('women', { count: women })}
        <span className="sr-only">: {title}</span>
      </Link>
    </p>
  );
}

function AddForms({ keep }: { keep: Keep }) {
  const t = useTranslations('courses.materials');
  return (
    <div className="mt-4 grid gap-3">
      <Form action={keep.addLink} concept="courses" className={ADDITION} fold={foldOf(t('addLink'))}>
        <Facts courseId={keep.courseId} />
        <TextField name="url" label={t('url')} hint={t('urlHint')} type="url" maxLength={500} />
        <Shown />
        <SubmitButton compact>{t('addLink')}</SubmitButton>
      </Form>
      <Form action={keep.addFile} concept="courses" className={ADDITION} fold={foldOf(t('addFile'))}>
        <Facts courseId={keep.courseId} />
        <FileField name="materialFile" label={t('file')} hint={t('fileHint')} accept={MATERIAL_KINDS} />
        <p className="mb-3 text-ink-2 text-sm">{t('facesHint')}</p>
        <Shown />
        <SubmitButton compact>{t('addFile')}</SubmitButton>
      </Form>
    </div>
  );
}

const ADDITION = 'max-w-[34rem] py-3';
const foldOf = (summary: string) => ({ summary, part: true, className: 'border-rule border-t pt-1' });

function Facts({ courseId }: { courseId: string }) {
  const t = useTranslations('courses.materials');
  return (
    <>
      <HiddenField name="courseId" value={courseId} />
      <TextField name="title" label={t('name')} maxLength={200} />
    </>
  );
}

function Shown() {
  const t = useTranslations('courses.materials');
  return (
    <>
      <SelectField
        name="locale"
        label={t('locale')}
        options={(['vi', 'en'] as const).map((locale) => ({ value: locale, label: t(`language.${locale}`) }))}
        defaultValue="vi"
      />
      <Checkbox name="isPublic" value="yes" label={t('isPublic')} hint={t('isPublicHint')} />
    </>
  );
}
