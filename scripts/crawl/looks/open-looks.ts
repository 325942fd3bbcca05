import { CITY } from '../figure';
import {
  filedStatements,
  filedSumStatements,
  openIndicatorStatements,
  openSilentStatements,
  openStatements,
} from '../open-data';
import type { Statement } from '../statement';
import { type Known, type Look, page, someTelling } from './look';

const formats = ['json', 'csv'] as const;

/** What programs read, as JSON and as text: coverage and who reports, indicators of the city and of a few communes, and what was filed. */
export const openLooks = ({ truth }: Known): Look[] =>
  formats.flatMap((format) => {
    const { days, former, filed } = truth;
    const look = (asked: string, day: string | undefined, read: (body: string) => Statement[]) =>
      page(`/api/v1/${asked}${asked.includes('?') ? '&' : '?'}limit=500&format=${format}`, day, read);
    return [
      ...days.flatMap((day) => [
        look(`coverage?day=${day}`, day, (body) => openStatements(body, former)),
        ...(hasSilent(truth, day)
          ? [look(`communes?day=${day}`, day, (body) => openSilentStatements(body, former))]
          : []),
        look(`indicators?day=${day}`, day, (body) => openIndicatorStatements(body, CITY)),
        ...someTelling(truth, 'group', day).map(({ slug, code }) =>
          look(`indicators?day=${day}&commune=${code}`, day, (body) => openIndicatorStatements(body, slug)),
        ),
      ]),
      ...(filed.size > 0 ? [look('snapshots', days[0], filedSumStatements)] : []),
      ...[...filed.keys()].map((id) => look(`snapshots/${id}`, days[0], (body) => filedStatements(body, id))),
    ];
  });

const hasSilent = ({ places, of }: Known['truth'], day: string) =>
  places.some(({ slug }) => of(slug, 'group', day).state === 'not_reported');
