'use client';

import { useTranslations } from 'next-intl';
import { FieldAnswer } from '@/components/ui/field';
import { keptValues, newerValues, useField, useFormFacts } from '@/components/ui/form-context';

// The levels of domain/outcomes, from the best on: her thumb is nearest to what is true most often. (The file itself would bring zod along.)
const levels = ['alone', 'with_help', 'saw_it'] as const;

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
          <Segment key={each} name={name} value={each} chosen={value === each}>
            {t(each)}
          </Segment>
        ))}
        <Segment name={name} value="" chosen={value === ''} quiet>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t('none')}</span>
        </Segment>
      </div>
      <FieldAnswer id={id} newer={newer === undefined ? undefined : t((newer || 'none') as 'none')} />
    </fieldset>
  );
}

type SegmentProps = { name: string; value: string; chosen: boolean; quiet?: boolean; children: React.ReactNode };

function Segment({ name, value, chosen, quiet = false, children }: SegmentProps) {
  // What is chosen is told by the button's neighbour: browsers of 2022 cannot ask what a label holds.
  const ground = quiet
    ? '[:checked+&]:border-ink [:checked+&]:bg-paper-deep'
    : '[:checked+&]:border-rubber [:checked+&]:bg-rubber [:checked+&]:text-card';
  return (
    <label className="relative grid min-w-11 cursor-pointer">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={chosen}
        className="pointer-events-none absolute inset-0 size-full opacity-0 forced-colors:static forced-colors:size-6 forced-colors:opacity-100"
      />
      <span
        className={`grid min-h-12 place-items-center rounded-control border-2 border-ink-line bg-card px-1 text-center font-semibold text-sm leading-tight [:focus-visible+&]:outline-3 [:focus-visible+&]:outline-ink [:focus-visible+&]:outline-offset-2 ${ground}`}
      >
        {children}
      </span>
    </label>
  );
}

/** How the sheet stood when it was drawn; after "changed meanwhile" how it stands, so that sending again overwrites knowingly. */
export function DrawnField({ value }: { value: string }) {
  const { state } = useFormFacts();
  return <input type="hidden" name="drawn" value={newerValues(state)?.drawn ?? keptValues(state)?.drawn ?? value} />;
}
