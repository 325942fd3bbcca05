import { useTranslations } from 'next-intl';
import { OTHER_DAY } from '@/components/coverage/other-day';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/days/date-field';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';

type FormProps = {
  action: string;
  /** the day that is shown, or what was typed instead of one */
  day: string;
  /** why that is not the day shown stands before it (`OtherDay`) */
  refused: boolean;
  last: Day;
  /** what else the address asks */
  kept?: Readonly<Record<string, string | undefined>>;
};

/** Which day figures are asked for, without a script. */
export function DayForm({ action, day, refused, last, kept = {} }: FormProps) {
  const t = useTranslations('indicators');
  return (
    <form method="get" action={action} className="no-print flex min-w-0 flex-wrap items-center gap-3">
      <label id="on-label" htmlFor="on" className="font-semibold max-sm:basis-full">
        {t('day')}
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
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button type="submit" compact>
        {t('show')}
      </Button>
    </form>
  );
}
