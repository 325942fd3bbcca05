import { run, type Work } from '../work';
import { draftModels } from './model-drafts';
import { plantPractices } from './practices';

const NAMES = `CASE kind WHEN 'digital_family' THEN 'Gia đình số ' WHEN 'digital_womens_club' THEN 'Câu lạc bộ Phụ nữ số '
  WHEN 'digital_sub_association' THEN 'Chi hội số ' ELSE 'Hướng dẫn viên số 1+1 ' END || place`;
const SLUGS = `CASE kind WHEN 'digital_family' THEN 'gia-dinh-so-' WHEN 'digital_womens_club' THEN 'clb-phu-nu-so-'
  WHEN 'digital_sub_association' THEN 'chi-hoi-so-' ELSE 'huong-dan-vien-so-' END || slug`;

/** Of an invented club: three habits of meeting, at the culture house of its place. */
const MEETS = `CASE WHEN demo AND kind = 'digital_womens_club' THEN
  (ARRAY['19:00 thứ Sáu đầu tháng', '14:00 chủ nhật cuối tháng', 'Tối thứ Bảy, hai tuần một lần'])[1 + n % 3] || ', nhà văn hóa ' || lower(left(place, 1)) || substr(place, 2) END`;

/** Models of all four kinds with their hosts and their statuses over time. Returns how many. */
export async function plantModels(work: Work): Promise<number> {
  const { client } = work;
  await draftModels(work);
  const count = await run(
    client,
    `INSERT INTO digital_model (id, kind, name, slug, founded_on, launched_on, decision, pilot, demo, created_at, meets)
     SELECT id, kind::model_kind, ${NAMES}, ${SLUGS}, coalesce(active_on, planned_on),
       CASE WHEN demo AND active_on IS NOT NULL AND pg_temp.draw('launched', n) < 0.7 THEN active_on END, decision, pilot, demo, planned_on, ${MEETS}
     FROM w_model ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO model_host (id, model_id, unit_id, valid_from)
     SELECT pg_temp.seed_id('model host', n), id, unit_id, planned_on FROM w_model ORDER BY n`,
  );
  await plantStatuses(work);
  await plantPractices(work);
  return count;
}

// planned → active → paused → active again, or → ended: each stretch of days touches the next
const plantStatuses = ({ client }: Work) =>
  run(
    client,
    `INSERT INTO model_status (id, model_id, status, valid_from, valid_to, reason, recorded_at)
     SELECT pg_temp.seed_id('model status', n * 8 + part), id, status::model_status_name, valid_from, valid_to, reason,
       least(valid_from + time '03:00', pg_temp.dawn())
     FROM (
       SELECT n, id, 1 AS part, 'planned' AS status, planned_on AS valid_from, active_on AS valid_to, NULL AS reason
       FROM w_model WHERE active_on IS NULL OR planned_on < active_on
       UNION ALL SELECT n, id, 2, 'active', active_on, coalesce(paused_on, ended_on), NULL FROM w_model WHERE active_on IS NOT NULL
       UNION ALL SELECT n, id, 3, 'paused', paused_on, coalesce(resumed_on, ended_on), 'Ban chủ nhiệm đang kiện toàn'
       FROM w_model WHERE paused_on IS NOT NULL
       UNION ALL SELECT n, id, 4, 'active', resumed_on, ended_on, NULL FROM w_model WHERE resumed_on IS NOT NULL
       UNION ALL SELECT n, id, 5, 'ended', ended_on, NULL, 'Sáp nhập vào mô hình khác' FROM w_model WHERE ended_on IS NOT NULL) x
     ORDER BY n, part`,
  );
