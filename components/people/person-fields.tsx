import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { NumberField, TextArea, TextField } from '@/components/ui/forms/form';
import { languages } from '@/domain/people/language';

type PersonFieldsProps = {
  values?: { name: string; birthYear: number | null; address: string | null; languages: readonly string[] };
  /** said beside the phone: that one is on record, masked */
  phoneHint?: string;
};

/** The fields of a person herself: the same when she is written down and when she is corrected. */
export function PersonFields({ values, phoneHint }: PersonFieldsProps) {
  const t = useTranslations('people');
  return (
    <>
      <TextField
        name="name"
        label={t('new.name')}
        hint={t('new.nameHint')}
        defaultValue={values?.name ?? ''}
        maxLength={80}
        autoComplete="off"
      />
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <NumberField
          name="birthYear"
          label={t('new.birthYear')}
          hint={t('new.birthYearHint')}
          defaultValue={values?.birthYear ? String(values.birthYear) : ''}
          maxLength={4}
          optional
        />
        <PhoneField hint={phoneHint ?? t('new.phoneHint')} />
      </div>
      <TextArea
        name="address"
        label={t('new.address')}
        hint={t('new.addressHint')}
        defaultValue={values?.address ?? ''}
        rows={2}
        maxLength={200}
        optional
      />
      <CheckboxGroup
        name="languages[]"
        label={t('new.languages')}
        options={languages.map((code) => ({ value: code, label: t(`language.${code}`) }))}
        defaultValues={values?.languages ?? ['vi']}
        optional
      />
    </>
  );
}

/** Always empty at first: a field that stays empty keeps the number on record. */
function PhoneField({ hint }: { hint: string }) {
  const t = useTranslations('people.new');
  return (
    <TextField
      name="phone"
      label={t('phone')}
      hint={hint}
      type="tel"
      inputMode="tel"
      maxLength={30}
      autoComplete="off"
      optional
    />
  );
}
