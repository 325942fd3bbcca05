import { plantAccounts } from './accounts';
import { articles } from './articles/articles';
import { plantAttendance, plantEnrolments, plantOutcomes } from './attendance';
import { prepareChance } from './chance';
import { plantModels } from './digital-models';
import { layFoundations } from './foundations';
import { plantActivities, plantBoards, plantCriteriaMet, plantModelMembers } from './model-life';
import { plantNetworks, plantOffices } from './offices';
import { letInstructorsLeave, plantPairs, plantPairWork } from './pairs';
import { plantConsents, plantHouseholds, plantMemberships, plantPeople } from './people';
import { plan, plantRecordKeeping } from './plan';
import { step } from './progress';
import { publishArticles } from './publish-articles';
import { plantSessions } from './trainings';
import { plantUnits } from './units';
import { chooseTrainers, plantVenues } from './venues';
import { summarise, verify } from './verify';
import { run, type Work } from './work';

/**
 * Fills an empty database in one transaction: a killed seed leaves nothing behind. Returns false, and writes nothing,
 * when there are units already. Triggers are off while loading; derived tables are built once, and what foreign keys
 * and triggers would have refused is checked before anything is kept.
 */
export async function seed(work: Work): Promise<boolean> {
  const { client } = work;
  await client.query('BEGIN');
  try {
    await client.query('LOCK TABLE unit IN EXCLUSIVE MODE');
    const taken = await client.query('SELECT FROM unit LIMIT 1');
    if (taken.rowCount) {
      await client.query('ROLLBACK');
      return false;
    }
    await client.query(
      `SET LOCAL session_replication_role = replica; SET LOCAL synchronous_commit = off; SET LOCAL work_mem = '128MB'; SET LOCAL jit = off`,
    );
    await plant(work);
    await step('điều đã kiểm tra', () => verify(work));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  await client.query('ANALYZE');
  await summarise(work);
  return true;
}

async function plant(work: Work): Promise<void> {
  const { client, today } = work;
  await prepareChance(client, today);
  let tree = { subAssociations: 0, groups: 0, merged: 0 };
  await step('xã, phường, chi hội', async () => {
    tree = await plantUnits(work);
    return 95 + tree.subAssociations;
  });
  await step('tổ', async () => tree.groups);
  await step('kỹ năng, khóa học, tiêu chí, chỉ tiêu', () => layFoundations(work));
  await step('hội viên', () => plantPeople(work));
  await step('lượt tham gia tổ', () => plantMemberships(work));
  await step('hộ gia đình', () => plantHouseholds(work));
  await step('ý kiến đồng ý', () => plantConsents(work));
  await step('chức danh', () => plantOffices(work));
  await step('thành viên các mạng lưới', () => plantNetworks(work));
  await step('đơn vị có kế hoạch', () => plan(work));
  await step('xã, phường đã cập nhật số liệu', () => plantRecordKeeping(work));
  await step('mô hình số', () => plantModels(work));
  await step('thành viên mô hình', () => plantModelMembers(work));
  await step('ban chủ nhiệm', () => plantBoards(work));
  await step('tiêu chí đạt được', () => plantCriteriaMet(work));
  await step('hoạt động của mô hình', () => plantActivities(work));
  await step('cặp 1+1', () => plantPairs(work));
  await step('người hướng dẫn đã rời', () => letInstructorsLeave(work));
  await step('buổi gặp của các cặp', () => plantPairWork(work));
  await step('địa điểm', () => plantVenues(work));
  await step('giảng viên', () => chooseTrainers(work));
  await step('tài khoản', () => plantAccounts(work));
  await step('buổi tập huấn', () => plantSessions(work));
  await step('lượt đăng ký', () => plantEnrolments(work));
  await step('lượt điểm danh', () => plantAttendance(work));
  await step('kết quả học tập', () => plantOutcomes(work));
  await step('bài viết', () => publishArticles(work, articles));
  await step('đơn vị đã tính độ bao phủ', () =>
    run(
      client,
      `SELECT derived.rebuild_coverage(ARRAY (SELECT id FROM unit), true), id FROM unit WHERE level = 'province'`,
    ),
  );
}
