import type { Viewer } from '@/domain/access/viewer';
import { draftContent } from '@/domain/reports/content/content-queries';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import type { FigureTold, ReportContent } from '@/domain/reports/report-content';
import { db } from '@/prisma/client';
import { accountId } from './people/accounts';
import type { Work } from './work';

type Planted = {
  actionId: string;
  isFirst: boolean;
  unitId: string;
  level: 'commune' | 'province';
  path: string;
  period: ReportPeriod;
};

const UNWRITTEN = { text: { vi: null, en: null }, comment: { vi: null, en: null } };

/**
 * What the planted reports say whose figures are frozen, worked out and kept as signing does. After the rest is there, since a report is read
 * by what the portal reads with. Returns how many.
 */
export async function signPlanted({ client }: Work): Promise<number> {
  const [province, planted] = [await findProvince(client), await findPlanted(client)];
  const signed = await Promise.all(
    planted.map(async ({ actionId, isFirst, unitId, level, path, period }) => {
      const place = { id: unitId, path, level };
      const told = await draftContent(province, place, period, UNWRITTEN);
      const content = { ...told, priorityGroups: { state: 'not-counted' as const } };
      return { id: actionId, content: isFirst ? beforeTwoMore(content) : content };
    }),
  );
  await client.query('SET session_replication_role = replica');
  await client.query(
    'UPDATE report_action a SET content = d.content FROM jsonb_to_recordset($1) d (id uuid, content jsonb) WHERE a.id = d.id',
    [JSON.stringify(signed)],
  );
  await client.query('SET session_replication_role = origin');
  await db.$disconnect();
  return signed.length;
}

async function findProvince(client: Work['client']): Promise<Viewer> {
  const { rows } = await client.query<{ unitId: string; path: string }>(
    `SELECT s.unit_id AS "unitId", s.path FROM unit_span s WHERE s.level = 'province' AND s.is_last`,
  );
  const grants = rows.map(({ unitId, path }) => ({ role: 'province_official' as const, unitId, path }));
  return { accountId: accountId('province@demo.invalid'), personId: null, displayName: '', locale: 'vi', grants };
}

async function findPlanted(client: Work['client']): Promise<Planted[]> {
  const { rows } = await client.query<Planted>(
    `SELECT a.id AS "actionId", a.snapshot_id <> r.snapshot_id AS "isFirst", r.unit_id AS "unitId", s.level, s.path,
       jsonb_build_object('id', p.id, 'kind', p.kind, 'from', p.starts_on, 'to', p.ends_on - 1, 'due', p.due_on, 'owed', p.owed) AS period
     FROM report_action a JOIN report r ON r.id = a.report_id JOIN reporting_period p ON p.id = r.period_id JOIN unit_span s ON s.unit_id = r.unit_id AND s.is_last
     WHERE a.kind = 'submitted' AND a.snapshot_id IS NOT NULL AND a.content IS NULL ORDER BY a.id`,
  );
  return rows;
}

/** The first signing of the report that was opened again: as its snapshot has it. */
const beforeTwoMore = (content: ReportContent): ReportContent => ({
  ...content,
  figures: content.figures.map((figure) => (figure.code === 'attendances' ? twoFewer(figure) : figure)),
});

const twoFewer = (figure: FigureTold): FigureTold => {
  const { done, since } = figure.now;
  const less = (count: number | null) => (count !== null && count >= 2 ? count - 2 : count);
  return { ...figure, now: { ...figure.now, done: less(done), since: less(since) } };
};
