import { getTranslations } from 'next-intl/server';
import { askedDay } from '@/domain/coverage/coverage';
import { recordExport } from '@/domain/exports/commands';
import { openMatrixRows } from '@/domain/exports/list-rows-queries';
import { formatDay } from '@/i18n/format';
import { matrixColumns } from '../../../export-columns';
import { exportRoute } from '../../../export-response';
import { toldDay } from '../../told-day';
import { askedOf } from '../asked';
import { queryOf } from '../query';

/** The ticked units of a matrix, or all that it shows, as a sheet that says of which day it is. */
export const GET = async (request: Request, { params }: { params: Promise<{ communeId: string }> }) => {
  const { communeId } = await params;
  const { on, ...asked } = askedOf(queryOf(request));
  const { day } = askedDay(on);
  return exportRoute({
    list: 'matrix',
    open: async (viewer) => {
      const opened = await openMatrixRows(viewer, { communeId, day, ...asked });
      const t = await getTranslations({ locale: viewer.locale, namespace: 'coverage' });
      return opened && { ...opened, titles: [t(toldDay(day), { day: formatDay(viewer.locale, day) })] };
    },
    columns: matrixColumns,
    record: recordExport,
  })(request);
};
