import type { Client } from 'pg';
import { alertOf } from './articles/alert';
import { articles } from './articles/articles';
import { publishArticles } from './articles/publish-articles';
import { prepareChance } from './chance';
import { plantModels } from './digital-models/digital-models';
import { plantActivities, plantBoards, plantCriteriaMet, plantModelMembers } from './digital-models/model-life';
import { plan, plantRecordKeeping } from './digital-models/plan';
import { plantSpotChecks } from './digital-models/spot-checks';
import { layFoundations } from './foundations';
import { plantGuides } from './guides/plant-guides';
import { buildIndexes, putIndexesAside } from './indexes';
import { plantAccounts } from './people/accounts';
import { plantMessages } from './people/messages';
import { plantDoubles, plantRequests } from './people/open-questions';
import { letInstructorsLeave, plantPairs, plantPairWork } from './people/pairs';
import { plantPeerLessons } from './people/peer-lessons';
import { plantConsents, plantHouseholds, plantMemberships, plantPeople } from './people/people';
import { plantSensitive } from './people/sensitive';
import { step } from './progress';
import { plantReports } from './reports';
import { plantAttendance, plantEnrolments, plantOutcomes, plantSessionReports } from './trainings/attendance';
import { plantCertificates, plantQualifications } from './trainings/certificates';
import { plantCalls, plantSessions } from './trainings/trainings';
import { chooseTrainers, plantVenues } from './trainings/venues';
import { plantFormerUnits } from './units/former-units';
import { plantNetworks, plantOffices } from './units/offices';
import { plantUnits } from './units/units';
import { summarise, verify } from './verify';
import type { Work } from './work';

/**
 * Fills an empty database in one transaction: a killed seed leaves nothing behind. Returns false, and writes nothing,
 * when there are units already.
 */
export async function seed(work: Work): Promise<boolean> {
  const { client } = work;
  await client.query('BEGIN');
  try {
    // before any temporary table: those of a million members are read again and again, and would be from the disk
    await client.query(`SET LOCAL temp_buffers = '256MB'`);
    await client.query('LOCK TABLE unit IN EXCLUSIVE MODE');
    const taken = await client.query('SELECT FROM unit LIMIT 1');
    if (taken.rowCount) {
      await client.query('ROLLBACK');
      return false;
    }
    await client.query(
      `SET LOCAL session_replication_role = replica; SET LOCAL timezone = 'UTC'; SET LOCAL synchronous_commit = off; SET LOCAL work_mem = '128MB'; SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL jit = off`,
    );
    // Triggers are off: derived tables are built once, and what foreign keys and triggers would have refused is
    // checked before anything is kept.
    await plant(work);
    await step(work, 'điều đã kiểm tra', () => verify(work));
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
  const indexes = await putIndexesAside(client);
  let tree = { subAssociations: 0, groups: 0, merged: 0 };
  await step(work, 'xã, phường, chi hội', async () => {
    tree = await plantUnits(work);
    return 95 + tree.subAssociations;
  });
  await step(work, 'tên cũ của xã, phường', () => plantFormerUnits(client));
  await step(work, 'tổ', async () => tree.groups);
  await step(work, 'kỹ năng, khóa học, tiêu chí, chỉ tiêu', () => layFoundations(work));
  await step(work, 'hội viên', () => plantPeople(work));
  await step(work, 'lượt tham gia tổ', () => plantMemberships(work));
  await step(work, 'hộ gia đình', () => plantHouseholds(work));
  await step(work, 'ý kiến đồng ý', () => plantConsents(work));
  await step(work, 'chức danh', () => plantOffices(work));
  await step(work, 'thành viên các mạng lưới', () => plantNetworks(work));
  await step(work, 'đơn vị có kế hoạch', () => plan(work));
  await step(work, 'xã, phường đã cập nhật số liệu', () => plantRecordKeeping(work));
  await step(work, 'mô hình số', () => plantModels(work));
  await step(work, 'thành viên mô hình', () => plantModelMembers(work));
  await step(work, 'ban chủ nhiệm', () => plantBoards(work));
  await step(work, 'tiêu chí đạt được', () => plantCriteriaMet(work));
  await step(work, 'hoạt động của mô hình', () => plantActivities(work));
  await step(work, 'cặp 1+1', () => plantPairs(work));
  await step(work, 'người hướng dẫn đã rời', () => letInstructorsLeave(work));
  await step(work, 'buổi gặp của các cặp', () => plantPairWork(work));
  await step(work, 'lần chị em chỉ nhau', () => plantPeerLessons(work));
  await step(work, 'địa điểm', () => plantVenues(work));
  await step(work, 'giảng viên', () => chooseTrainers(work));
  await step(work, 'tài khoản', () => plantAccounts(work));
  await step(work, 'hồ sơ có thể trùng', () => plantDoubles(work));
  await step(work, 'yêu cầu giữa hai phường', () => plantRequests(work));
  await step(work, 'buổi tập huấn', () => plantSessions(work));
  await step(work, 'lời tìm người dạy', () => plantCalls(work));
  await step(work, 'lượt đăng ký', () => plantEnrolments(work));
  await step(work, 'lời nhắn', () => plantMessages(work));
  await step(work, 'lượt điểm danh', () => plantAttendance(work));
  await step(work, 'thông tin nhạy cảm đã niêm phong', () => plantSensitive(work));
  await step(work, 'kết quả học tập', () => plantOutcomes(work));
  await step(work, 'báo cáo buổi học', () => plantSessionReports(work));
  await step(work, 'giấy chứng nhận', () => plantCertificates(work));
  await step(work, 'hướng dẫn viên được công nhận', () => plantQualifications(work));
  await step(work, 'bài viết', () => publishArticles(work, [...articles, alertOf(work.today)]));
  await step(work, 'cẩm nang', () => plantGuides(client, '2026-11-02T07:00:00+07:00'));
  await finish(work, indexes, tree.subAssociations + tree.groups);
}

async function finish(work: Work, indexes: Awaited<ReturnType<typeof putIndexesAside>>, units: number): Promise<void> {
  const { client } = work;
  await step(work, 'chỉ mục', () => buildIndexes(client, indexes));
  await step(work, 'đơn vị đã tính độ bao phủ', async () => {
    await rebuildCoverage(client);
    return units;
  });
  await step(work, 'lượt kiểm tra xác suất', () => plantSpotChecks(work));
  await step(work, 'báo cáo của xã, phường', () => plantReports(work));
}

async function rebuildCoverage(client: Client): Promise<void> {
  await client.query('SELECT derived.rebuild_coverage(ARRAY (SELECT id FROM unit), true)');
  await client.query('SELECT derived.rebuild_counts()');
}
