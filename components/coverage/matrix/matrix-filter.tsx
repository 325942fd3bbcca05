import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/days/date-field';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { FIRST_DAY, lastAskedDay } from '@/domain/coverage/coverage';
import { type MatrixLack, type MatrixSort, matrixLacks, matrixSorts } from '@/domain/coverage/matrix/matrix-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { OTHER_DAY } from '../other-day';

type FilterProps = {
  locale: Locale;
  /** the address of the page, and of the same narrowed otherwise */
  action: string;
  hrefOf: (lacks: MatrixLack | undefined) => string;
  sort: MatrixSort;
  lacks: MatrixLack | undefined;
  counts: Record<MatrixLack, number>;
  /** the day that is shown, or what was typed instead of one, and whether it was no day to be shown */
  day: { typed: string; refused: boolean };
};

/** What the rows lack, their order, and as of which day: links and a form, without a script. */
export function MatrixFilter({ locale, action, hrefOf, sort, lacks, counts, day }: FilterProps) {
  const t = useTranslations('coverage.matrix');
  const words = useTranslations('coverage.filter');
  const lack = (name: MatrixLack) => ({
    href: hrefOf(name),
    label: t(`lacks.${name}`, { count: formatNumber(locale, counts[name]) }),
    current: name === lacks,
  });
  return (
    <div className="no-print mb-5 grid gap-3">
      <Segmented
        as={Link}
        label={t('lacks.label')}
        segments={[
          { href: hrefOf(undefined), label: t('lacks.all'), current: lacks === undefined },
          ...matrixLacks.map(lack),
        ]}
      />
      <form method="get" action={action} className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
        <label htmlFor="sort" className="font-semibold">
          {t('sort.label')}
        </label>
        <select id="sort" name="sort" defaultValue={sort} className="control w-auto max-w-full">
          {matrixSorts.map((name) => (
            <option key={name} value={name}>
              {t(`sort.${name}`)}
            </option>
          ))}
        </select>
        <label htmlFor="on" className="font-semibold">
          {words('on')}
        </label>
        <DayInput
          id="on"
          name="on"
          className="narrow"
          defaultValue={day.typed}
          min={FIRST_DAY}
          max={lastAskedDay()}
          {...(day.refused && { 'aria-invalid': true, 'aria-describedby': OTHER_DAY })}
        />
        {lacks && <input type="hidden" name="lacks" value={lacks} />}
        <Button type="submit" compact>
          {words('show')}
        </Button>
      </form>
    </div>
  );
}
