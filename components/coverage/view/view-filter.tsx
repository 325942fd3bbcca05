import { useLocale, useTranslations } from 'next-intl';
import { PlainDateField } from '@/components/ui/days/date-field';
import { PlainSelectField } from '@/components/ui/forms/plain-fields';
import { FilterBar } from '@/components/ui/tables/filter-bar';
import { coverageLevels, FIRST_DAY } from '@/domain/coverage/coverage';
import { lackedParts } from '@/domain/coverage/view/lacked-part';
import { type CoverageView, placeKinds, viewQuery } from '@/domain/coverage/view/view';
import type { Day } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { OTHER_DAY } from '../other-day';

type FilterProps = {
  action: string;
  view: CoverageView;
  /** the last day that can be asked for */
  last: Day;
  /** with one commune there is no kind to choose */
  single: boolean;
};

/** What stays as it is while another day, level or part is chosen. */
const kept = ['map', 'place', 'places', 'unfolded', 'sort', 'turned', 'years'] as const;

/** Which units, on which day, beside which other day, of which kind of place, and what they lack. A plain form. */
export function ViewFilter({ action, view, last, single }: FilterProps) {
  const t = useTranslations('coverage.view');
  const words = useTranslations('coverage');
  const query = viewQuery(view);
  const refused = view.day.refused !== null && { 'aria-invalid': true, 'aria-describedby': OTHER_DAY };
  const day = { min: FIRST_DAY, max: last };
  return (
    <FilterBar
      action={action}
      label={t('filter')}
      more={{
        open: view.earlier !== null || view.refusedEarlier !== null,
        fields: (
          <div className="md:max-w-xs">
            <EarlierField view={view} {...day} />
          </div>
        ),
      }}
    >
      <PlainSelectField
        id="indicator"
        name="indicator"
        label={t('level')}
        defaultValue={coverageIndicator(view.level)}
        options={coverageLevels.map((level) => ({ value: coverageIndicator(level), label: words(`levels.${level}`) }))}
      />
      <PlainDateField id="on" name="on" label={t('on')} defaultValue={view.day.typed} {...day} {...refused} />
      {!single && (
        <PlainSelectField
          id="kind"
          name="kind"
          label={t('kind')}
          defaultValue={view.kind ?? ''}
          empty={t('kinds.all')}
          options={placeKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      )}
      <PlainSelectField
        id="lacking"
        name="lacking"
        label={t('lacking')}
        defaultValue={view.lacking}
        options={lackedParts.map((value) => ({ value, label: t(`lacks.${value}`) }))}
      />
      {kept.map(
        (name) => query[name] !== undefined && <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
    </FilterBar>
  );
}

/** The day to compare with; one that is none is kept as it was typed, with what is wrong. */
function EarlierField({ view: { earlier, refusedEarlier }, min, max }: { view: CoverageView; min: Day; max: Day }) {
  const t = useTranslations('coverage');
  const locale = useLocale() as Locale;
  const [first, last] = [formatDay(locale, min), formatDay(locale, max)];
  const { refused = null, typed = earlier ?? '' } = refusedEarlier ?? {};
  const errors = refused && [t(`otherDay.${refused}`, { first, last })];
  return (
    <PlainDateField
      id="with"
      name="with"
      label={t('view.with')}
      defaultValue={typed}
      min={min}
      max={max}
      {...(errors && { errors })}
    />
  );
}
