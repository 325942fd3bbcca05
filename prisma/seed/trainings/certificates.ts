import { issuerOf } from '@/domain/certificates/certificate';
import { ALPHABET, CHANCE_LENGTH, codeOf } from '@/domain/certificates/code';
import { generator, seedId } from '../chance';
import { accountId } from '../people/accounts';
import { insertRows, run, type Work } from '../work';

const ROWS_AT_ONCE = 2_000;

type Ready = {
  enrolment_id: string;
  person_id: string;
  holder_name: string;
  topic_vi: string;
  topic_en: string;
  hours: string;
  held_on: string;
  issued_at: string;
  commune_slug: string;
  kind: string;
  commune: string;
  revoked: boolean;
};

/** Certificates of some of the sessions that were held; a few were revoked. Returns how many. */
export async function plantCertificates({ client }: Work): Promise<number> {
  const { rows } = await client.query<Ready>(`
    SELECT e.id AS enrolment_id, e.person_id, p.full_name AS holder_name, vi.title AS topic_vi, en.title AS topic_en,
      round(extract(epoch FROM s.ends_at - s.starts_at)::numeric / 3600, 1) AS hours, s.day::text AS held_on,
      least(s.ends_at + interval '2 days', pg_temp.dawn())::text AS issued_at, s.commune_slug, k.kind::text, n.name AS commune,
      pg_temp.draw('revoked', e.arrival_no + s.n * 1024::bigint) < 0.01 AS revoked
    FROM w_session s JOIN enrolment e ON e.session_id = s.id JOIN attendance a ON a.enrolment_id = e.id AND a.mark IN ('present', 'late')
      JOIN person p ON p.id = e.person_id JOIN course c ON c.id = s.course_id
      JOIN course_text vi ON vi.course_id = s.course_id AND vi.locale = 'vi' JOIN course_text en ON en.course_id = s.course_id AND en.locale = 'en'
      JOIN w_unit u ON u.no = s.commune_no
      JOIN LATERAL (SELECT name FROM unit_name x WHERE x.unit_id = u.id ORDER BY x.valid_from DESC LIMIT 1) n ON true
      JOIN LATERAL (SELECT kind FROM unit_kind x WHERE x.unit_id = u.id ORDER BY x.valid_from DESC LIMIT 1) k ON true
    WHERE s.state = 'held' AND pg_temp.draw('certified', s.n) < 0.2 AND NOT EXISTS (
      SELECT FROM course_skill cs LEFT JOIN learned_skill l ON l.enrolment_id = e.id AND l.skill_id = cs.skill_id
      WHERE cs.course_id = s.course_id AND c.certificate_level IS NOT NULL AND (l.level IS NULL OR l.level < c.certificate_level))
    ORDER BY s.n, e.arrival_no`);
  const draw = generator(20_251_124);
  const chance = () => Array.from({ length: CHANCE_LENGTH }, () => Math.floor(draw() * ALPHABET.length));
  const province = accountId('province@demo.invalid');
  const written = rows.map(({ commune_slug, kind, commune, revoked, ...row }, n) => {
    const { issuerVi, issuerEn } = issuerOf({ level: 'commune', kind, name: commune });
    return {
      id: seedId('certificate', n),
      code: codeOf(chance()),
      ...row,
      issuer_vi: issuerVi,
      issuer_en: issuerEn,
      issued_by_id: issuers[commune_slug] ?? province,
      ...(revoked
        ? { revoked_at: row.issued_at, revoked_by_id: province, revoked_reason: 'Ghi nhầm người có mặt' }
        : { revoked_at: null, revoked_by_id: null, revoked_reason: null }),
    };
  });
  for (let at = 0; at < written.length; at += ROWS_AT_ONCE)
    await insertRows(client, 'certificate', written.slice(at, at + ROWS_AT_ONCE));
  return written.length;
}

const issuers: Record<string, string> = {
  'long-hung': accountId('longhung@demo.invalid'),
  'trang-dai': accountId('trangdai@demo.invalid'),
};

/**
 * Trainers are recognised as instructors: the skills they were seen to do alone, then the recognition. One in five was
 * given for a year at first and runs out within the next weeks. Returns how many.
 */
export async function plantQualifications({ client, today }: Work): Promise<number> {
  await client.query(`
    CREATE TEMP TABLE w_instructor ON COMMIT DROP AS
      SELECT row_number() OVER (ORDER BY person_id) AS n, person_id FROM (SELECT DISTINCT person_id FROM w_trainer) t;
    INSERT INTO person_skill (person_id, skill_id, mark, marked_on, recorded_by_id)
      SELECT i.person_id, s.id, 'alone', DATE '2025-08-15', '${accountId('province@demo.invalid')}'
      FROM w_instructor i CROSS JOIN skill s WHERE s.needed_to_instruct ON CONFLICT DO NOTHING`);
  return run(
    client,
    `INSERT INTO qualification (id, person_id, kind, valid_from, valid_to, granted_at, granted_by_id)
     SELECT pg_temp.seed_id('qualification', n), person_id, 'digital_instructor', (until - long)::date, until, (until - long)::date,
       '${accountId('province@demo.invalid')}'
     FROM w_instructor CROSS JOIN LATERAL (
       SELECT CASE WHEN n % 5 = 0 THEN DATE '${today}' + pg_temp.between(8, 55, pg_temp.draw('runs out', n))
           ELSE (DATE '2025-08-20' + pg_temp.between(0, 300, pg_temp.draw('recognised', n)) + interval '24 months')::date END AS until,
         CASE WHEN n % 5 = 0 THEN interval '12 months' ELSE interval '24 months' END AS long) d
     ORDER BY n`,
  );
}
