import { addDays, type Day, monthStart } from '@/domain/days/day';
import { isMonthEnd } from '@/domain/figures/figure';
import { CITY, type Place } from '../figure';
import { reportBookStatements, reportStatements } from '../reports';
import { sheetsOfWorkbook } from '../workbook';
import { book, type Known, type Look, page, someTelling } from './look';

type Whole = { place: string; id: string };

/** Reports of the months that end on the days, and of the one that goes on: of the whole, and of a few communes in it. Signed or not, they tell one number. */
export const reportLooks = (whole: Whole, hers: readonly Place[], { truth, words: { vi } }: Known): Look[] =>
  truth.days.flatMap((day) => {
    const month = truth.monthOf(day);
    // a report is of the last day of its month, and of today while that goes on
    if (!month || (day !== truth.days[0] && !isMonthEnd(day as Day))) return [];
    const before = addDays(monthStart(day as Day), -1);
    const some = someTelling(truth, 'group', day).filter(({ slug }) => hers.some((place) => place.slug === slug));
    return [whole, ...some.map(({ id, slug }) => ({ id, place: slug }))]
      .filter(({ place }, at) => place === CITY || at > 0 || truth.of(place, 'group', day).percent !== null)
      .flatMap(({ id, place }) => {
        const told = { place, day, before, names: truth.namesOn(day) };
        const address = `/admin/reports/${id}/${month}`;
        return [
          page(address, day, (html) => reportStatements(html, told, vi)),
          book(`${address}/file?format=xlsx`, day, async (file) =>
            reportBookStatements(await sheetsOfWorkbook(file), told, vi),
          ),
        ];
      });
  });
