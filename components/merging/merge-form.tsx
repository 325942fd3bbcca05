import { useLocale, useTranslations } from 'next-intl';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { languageWord } from '@/components/people/language-word';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { type MergeField, type MergePreview, type MergeSide, mergeFields } from '@/domain/merging/merge';
import type { Locale } from '@/i18n/locales';
import { CrossingChoices } from './crossing-choices';

type MergeFormProps = Pick<MergePreview, 'survivor' | 'absorbed' | 'crossings'> & { action: FormAction; back: string };

/** Both records side by side, field by field: what they share is said once, what differs is chosen. */
export function MergeForm({ action, survivor, absorbed, crossings, back }: MergeFormProps) {
  const t = useTranslations('merging.merge');
  const [all, locale] = [useTranslations(), useLocale() as Locale];
  const speaks = (code: string) => languageWord(all, locale, code);
  const shown = (side: MergeSide, field: MergeField) => shownOf(side, field, speaks);
  const isSame = (field: MergeField) => shown(survivor, field) === shown(absorbed, field);
  const same = mergeFields.filter(isSame);
  return (
    <Form action={action} concept="merging">
      <HiddenField name="survivorId" value={survivor.id} />
      <HiddenField name="absorbedId" value={absorbed.id} />
      <HiddenField name="survivorVersion" value={survivor.version} />
      <HiddenField name="absorbedVersion" value={absorbed.version} />
      {same.map((field) => (
        <HiddenField key={field} name={field} value="survivor" />
      ))}
      {same.length > 0 && (
        <ul className="mb-5 text-ink-2">
          {same.map((field) => (
            <li key={field}>
              {t('same', { field: t(`field.${field}`), value: shown(survivor, field) || t('empty') })}
            </li>
          ))}
        </ul>
      )}
      {mergeFields
        .filter((field) => !isSame(field))
        .map((field) => (
          <RadioGroup
            key={field}
            name={field}
            label={t(`field.${field}`)}
            defaultValue={shown(survivor, field) ? 'survivor' : 'absorbed'}
            options={[
              { value: 'survivor', label: shown(survivor, field) || t('empty'), hint: t('kept') },
              { value: 'absorbed', label: shown(absorbed, field) || t('empty'), hint: t('absorbed') },
            ]}
          />
        ))}
      <CrossingChoices crossings={crossings} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('send')}</SubmitButton>
        <ButtonLink as={Link} href={back}>
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  );
}

function shownOf(side: MergeSide, field: MergeField, speaks: (code: string) => string): string {
  if (field === 'languages') return side.languages.map(speaks).join(', ');
  if (field === 'keeperUnit') return fullPlace(side.keeper);
  return String(side[field] ?? '');
}
