'use client';

import { useTranslations } from 'next-intl';
import { ChoiceSegment } from '@/components/ui/forms/choice-segment';
import { FieldAnswer } from '@/components/ui/forms/field';
import { keptValues, newerValues, useField, useFormFacts } from '@/components/ui/forms/form-context';
import { learnedLevels } from '@/domain/scales/learned-level';

// The levels from the best on: her thumb is nearest to what is true most often.
const levels = [...learnedLevels].reverse();

type LevelChoiceProps = { name: string; who: string; about: string; level: string; note?: string | undefined };

/** One woman's level in one skill: three taps' worth of choice and "not noted", each as high as a thumb. */
export function LevelChoice({ name, who, about, level, note }: LevelChoiceProps) {
  const t = useTranslations('outcomes.short');
  const { id, kept, newer } = useField(name, `${who}, ${about}`);
  const value = kept ?? level;
  return (
    <fieldset
      id={id}
      key={value}
      className="grid gap-x-4 gap-y-1.5 border-rule/60 border-b py-2.5 md:grid-cols-[minmax(0,1fr)_27rem] md:items-center"
    >
      <legend className="float-left font-semibold text-[1.125rem] leading-snug">
        {who}
        {note && <span className="ml-2 font-normal text-ink-2 text-sm">{note}</span>}
      </legend>
      <div className="clear-left grid grid-cols-[1fr_1fr_1fr_auto] gap-1 md:clear-none">
        {levels.map((each) => (
          <ChoiceSegment key={each} name={name} value={each} chosen={value === each}>
            {t(each)}
          </ChoiceSegment>
        ))}
        <ChoiceSegment name={name} value="" chosen={value === ''} quiet>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t('none')}</span>
        </ChoiceSegment>
      </div>
      <FieldAnswer id={id} newer={newer === undefined ? undefined : t((newer || 'none') as 'none')} />
    </fieldset>
  );
}

/** How the table stood when it was drawn; after "changed meanwhile" how it stands, so that sending again overwrites knowingly. */
export function DrawnField({ value }: { value: string }) {
  const { state } = useFormFacts();
  return <input type="hidden" name="drawn" value={newerValues(state)?.drawn ?? keptValues(state)?.drawn ?? value} />;
}
