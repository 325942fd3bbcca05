import { getTranslations } from 'next-intl/server';
import type { Viewer } from '@/domain/access/viewer';
import { recordExport } from '@/domain/exports/commands';
import { findRoundList, type ListRow, type RoundList } from '@/domain/spot-checks/round-queries';
import { formatDay } from '@/i18n/format';
import { exportRoute } from '../../../export-response';
import { listColumns } from './columns';

async function* inTurn(rows: readonly ListRow[]) {
  yield* rows;
}

/** What stands above the list: of which figures it is, how it was drawn, and with what seed. */
async function titlesOf({ locale }: Viewer, { countedOn, seed, commitment, demo }: RoundList) {
  const [t, exports] = await Promise.all([
    getTranslations({ locale, namespace: 'spot-checks' }),
    getTranslations({ locale, namespace: 'exports' }),
  ]);
  return [
    t('round', { day: formatDay(locale, countedOn) }),
    t('method.text'),
    `${t('method.seed')}: ${seed}`,
    `SHA-256: ${commitment}`,
    ...(demo ? [exports('demo')] : []),
  ];
}

/** The list that a round was drawn from, with its seed: what it takes to draw it again. */
export const GET = async (request: Request, { params }: { params: Promise<{ roundId: string }> }) => {
  const { roundId } = await params;
  return exportRoute<ListRow>({
    list: 'spot-checks',
    open: async (viewer) => {
      const list = await findRoundList(viewer, roundId);
      if (!list) return null;
      return { total: list.rows.length, rows: inTurn(list.rows), titles: await titlesOf(viewer, list) };
    },
    columns: listColumns,
    record: recordExport,
  })(request);
};
