'use server';

import { getTranslations } from 'next-intl/server';
import { formAction } from '@/app/forms/form-action';
import { sessionDrops } from '@/app/kept/drops';
import type { Viewer } from '@/domain/access/viewer';
import { isDay } from '@/domain/days/day';
import { problem, type Result } from '@/domain/result';
import * as changeCommands from '@/domain/series/change-commands';
import { previewChange } from '@/domain/series/change-queries';
import * as commands from '@/domain/series/commands';
import {
  cancelSeriesInput,
  changeSeriesInput,
  confirmChangeInput,
  confirmSeriesInput,
  seriesInput,
} from '@/domain/series/inputs';
import { previewSeries } from '@/domain/series/queries';
import type { Clash } from '@/domain/trainings/booking/clash';
import { formatDay } from '@/i18n/format';
import { trainingsPath } from '../asked';
import { queryOf, seriesPath } from './address';

/** All that stands in the way, in words, one after the other. */
async function told<Value, Problem extends string>(viewer: Viewer, result: Result<Value, Problem>) {
  if (result.ok || result.problem !== 'series-clash') return result;
  const t = await getTranslations('series.preview');
  const clashes = JSON.parse(result.detail?.clashes ?? '[]') as Clash[];
  const list = clashes.map(({ problem, detail: { day = '', ...detail } }) =>
    t(problem, { ...detail, day: isDay(day) ? formatDay(viewer.locale, day) : day }),
  );
  return problem(result.problem, { count: String(clashes.length), list: list.join(' ') });
}

const after = (id: string, said: string) => ({
  changed: sessionDrops(id, 'series'),
  to: `${trainingsPath}/${id}/series?said=${said}`,
});

/** Only looks: it leads to the preview when everything that is no clash is right. */
export const checkSeries = formAction(seriesInput, previewSeries, (_preview, input) => ({
  to: `${seriesPath}/preview?${queryOf(input)}`,
}));

export const confirmSeries = formAction(
  confirmSeriesInput,
  async (viewer, input) => told(viewer, await commands.confirmSeries(viewer, input)),
  ({ id }) => after(id, 'planned'),
);

export const checkChange = formAction(changeSeriesInput, previewChange, (_preview, input) => ({
  to: `${trainingsPath}/${input.sessionId}/series/preview?${queryOf(input)}`,
}));

export const changeSeries = formAction(
  confirmChangeInput,
  async (viewer, input) => told(viewer, await changeCommands.changeSeries(viewer, input)),
  ({ id }) => after(id, 'changed'),
);

export const cancelSeries = formAction(
  cancelSeriesInput,
  async (viewer, input) => told(viewer, await changeCommands.cancelSeries(viewer, input)),
  ({ id }) => after(id, 'cancelled'),
);
