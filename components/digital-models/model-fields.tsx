import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/forms/choice-fields';
import { DateField, TextField } from '@/components/ui/forms/form';
import type { Day } from '@/domain/days/day';
import type { FactFields } from '@/domain/digital-models/facts';

type FieldsProps = {
  /** as they are on record, or as they were typed */
  facts: FactFields;
  latest: Day;
  foundedHint: string;
};

/** The fields of a model besides its kind, place and status: the same when it is founded and when it is corrected. */
export function ModelFields({ facts, latest, foundedHint }: FieldsProps) {
  const t = useTranslations('digital-models.found');
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={facts.name}
        maxLength={120}
        autoComplete="off"
      />
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        <DateField
          name="foundedOn"
          label={t('foundedOn')}
          hint={foundedHint}
          defaultValue={facts.foundedOn}
          max={latest}
        />
        <DateField
          name="launchedOn"
          label={t('launchedOn')}
          hint={t('launchedOnHint')}
          defaultValue={facts.launchedOn}
          optional
        />
      </div>
      <TextField
        name="decision"
        label={t('decision')}
        hint={t('decisionHint')}
        defaultValue={facts.decision}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <TextField
        name="meets"
        label={t('meets')}
        hint={t('meetsHint')}
        defaultValue={facts.meets}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <Checkbox name="pilot" label={t('pilot')} hint={t('pilotHint')} defaultChecked={facts.pilot === 'on'} />
    </>
  );
}
