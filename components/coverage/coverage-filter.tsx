import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/days/date-field';
import { Segmented } from '@/components/ui/forms/segmented';
import { type CoverageLevel, coverageLevels, FIRST_DAY } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import { OTHER_DAY } from './other-day';

type FilterProps = {
  /** the address of the form, and of a level on the same day */
  action: string;
  hrefOf: (level: CoverageLevel) => string;
  level: CoverageLevel;
  /** what another day keeps: the place one looks at, how far the trend looks back */
  kept: Record<string, string | undefined>;
  /** the day that is shown, or what was typed instead of one */
  day: string;
  /** why that is not the day shown stands before it (`OtherDay`) */
  refused: boolean;
  last: Day;
};

/** Which units, and as of which day: two links and a day, without a script. */
export function CoverageFilter({ action, hrefOf, level, kept, day, refused, last }: FilterProps) {
  const t = useTranslations('coverage');
  return (
    <div className="no-print flex flex-wrap items-end gap-x-6 gap-y-4">
      <Segmented
        label={t('filter.level')}
        segments={coverageLevels.map((name) => ({
          href: hrefOf(name),
          label: t(`levels.${name}`),
          current: name === level,
        }))}
      />
      <form method="get" action={action} className="flex min-w-0 flex-wrap items-center gap-3">
        <label id="on-label" htmlFor="on" className="font-semibold max-sm:basis-full">
          {t('filter.on')}
        </label>
        <DayInput
          id="on"
          name="on"
          className="narrow"
          defaultValue={day}
          min={FIRST_DAY}
          max={last}
          {...(refused && { 'aria-invalid': true, 'aria-describedby': OTHER_DAY })}
        />
        <input type="hidden" name="level" value={level} />
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button type="submit" compact>
          {t('filter.show')}
        </Button>
      </form>
    </div>
  );
}
