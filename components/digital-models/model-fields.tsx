import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { DateField, TextField } from '@/components/ui/forms/form';
import type { Day } from '@/domain/days/day';

/** Days as they are on record, or as they were typed. */
type Values = { name: string; foundedOn: string; launchedOn: string | null; decision: string | null; pilot: boolean };

/** The fields of a model besides its kind, place and status: the same when it is founded and when it is corrected. */
export function ModelFields({ values, latest, foundedHint }: { values: Values; latest: Day; foundedHint: string }) {
  const t = useTranslations('digital-models.found');
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={values.name}
        maxLength={120}
        autoComplete="off"
      />
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <DateField
          name="foundedOn"
          label={t('foundedOn')}
          hint={foundedHint}
          defaultValue={values.foundedOn}
          max={latest}
        />
        <DateField
          name="launchedOn"
          label={t('launchedOn')}
          hint={t('launchedOnHint')}
          defaultValue={values.launchedOn ?? ''}
          optional
        />
      </div>
      <TextField
        name="decision"
        label={t('decision')}
        hint={t('decisionHint')}
        defaultValue={values.decision ?? ''}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <Checkbox name="pilot" label={t('pilot')} hint={t('pilotHint')} defaultChecked={values.pilot} />
    </>
  );
}
