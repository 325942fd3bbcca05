import { trainerCommunes } from '../units/places';
import { run, type Work } from '../work';

/** Culture houses of the hamlets and halls of the communes. Returns how many. */
export async function plantVenues({ client }: Work): Promise<number> {
  await client.query(`CREATE TEMP TABLE w_venue ON COMMIT DROP AS
      SELECT row_number() OVER (ORDER BY commune_no, part, no)::int AS n, * FROM (
        SELECT c.commune_no, 1 AS part, c.no, c.id AS unit_id, 
          'Hội trường UBND ' || CASE k.kind WHEN 'ward' THEN 'phường ' ELSE 'xã ' END || c.place AS name, 120 AS seats
        FROM w_unit c JOIN unit_kind k ON k.unit_id = c.id AND k.valid_to IS NULL WHERE c.level = 'commune'
        UNION ALL SELECT c.commune_no, 2, c.no, c.id, 'Trung tâm học tập cộng đồng ' || c.place, 50 FROM w_unit c WHERE c.level = 'commune'
        UNION ALL SELECT s.commune_no, 3, s.no, s.id, 'Nhà văn hóa ' || lower(left(s.place, 1)) || substr(s.place, 2), 40 FROM w_sub s) x;
    CREATE INDEX ON w_venue (no, part)`);
  return run(
    client,
    `INSERT INTO venue (id, unit_id, name, seats, demo, step_free, screen, wifi, lat, lon)
    SELECT pg_temp.seed_id('venue', n), unit_id, name, seats, true, pg_temp.draw('step free', n) < 0.6,
      part < 3 OR pg_temp.draw('screen', n) < 0.5, part < 3 OR pg_temp.draw('wifi', n) < 0.7,
      -- somewhere within two kilometres of the point inside the commune; one in eight was never measured
      CASE WHEN part < 3 OR n % 8 > 0 THEN round((c.lat + (pg_temp.draw('north', n) - 0.5) * 0.036)::numeric, 5) END,
      CASE WHEN part < 3 OR n % 8 > 0 THEN round((c.lon + (pg_temp.draw('east', n) - 0.5) * 0.036)::numeric, 5) END
    FROM w_venue v JOIN w_unit w ON w.level = 'commune' AND w.commune_no = v.commune_no JOIN unit c ON c.id = w.id ORDER BY n`,
  );
}

/** Two trainers a commune, leading women of its first two sub-associations; one of Long Hưng teaches in four communes. */
export async function chooseTrainers({ client }: Work): Promise<number> {
  return run(
    client,
    `CREATE TEMP TABLE w_trainer ON COMMIT DROP AS
      SELECT s.commune_no, s.at AS k, CASE WHEN s.at = 1 AND c.slug = ANY ('{${trainerCommunes.join(',')}}') THEN
          (SELECT f1.person_id FROM w_unit c1 JOIN w_sub s1 ON s1.commune_no = c1.no AND s1.at = 1
            JOIN w_first f1 ON f1.sub_no = s1.no AND f1.at = 3 WHERE c1.slug = '${trainerCommunes[0]}')
          ELSE coalesce(third.person_id, second.person_id) END AS person_id
      FROM w_sub s JOIN w_unit c ON c.no = s.commune_no
        LEFT JOIN w_first second ON second.sub_no = s.no AND second.at = 1 LEFT JOIN w_first third ON third.sub_no = s.no AND third.at = 3
      WHERE s.at <= 2`,
  );
}
