import { read } from '../../../test/factories/write';
import { openDatabase } from './stage';

export type Woman = { id: string; name: string; year: string };

/** Things of a woman that others wait for: offices, pairs, boards. */
const BUSY = `EXISTS (SELECT FROM office o WHERE o.person_id = p.id AND o.valid_to IS NULL)
  OR EXISTS (SELECT FROM pair x WHERE (x.instructor_id = p.id OR x.learner_id = p.id) AND x.valid_to IS NULL)
  OR EXISTS (SELECT FROM board_seat b WHERE b.person_id = p.id AND b.valid_to IS NULL)`;

/**
 * Members of a sub-association and its groups by given name, at most 200: those who hold nothing that somebody else would
 * have to take over, or only those who do. Of two of one name and year none is named.
 */
export async function membersOf(commune: string, unit: string, { busy = false } = {}): Promise<Woman[]> {
  const database = await openDatabase();
  const women = await read<Woman>(
    database,
    `SELECT p.id, p.full_name AS name, p.birth_year::text AS year FROM person p
     WHERE p.erased_on IS NULL AND p.merged_into_id IS NULL AND p.birth_year IS NOT NULL AND ${busy ? '' : 'NOT '}(${BUSY})
       AND EXISTS (SELECT FROM membership m JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last
         JOIN unit c ON c.id = s.commune_id AND c.slug = '${commune}'
         JOIN unit_name n ON n.unit_id = s.sub_association_id AND n.name = '${unit}'
         WHERE m.person_id = p.id AND m.valid_to IS NULL)
       AND NOT EXISTS (SELECT FROM person q WHERE q.id <> p.id AND q.full_name = p.full_name AND q.birth_year = p.birth_year)
     ORDER BY p.given_name, p.other_names, p.id LIMIT 2000`,
  );
  await database.end();
  return women;
}

export type Instructor = { id: string; name: string; unit: string; learner: string; pair: string };

/** A member of a commune, with a number and without an account, who guides one woman there today, and whom. */
export async function instructorOf(commune: string): Promise<Instructor> {
  const database = await openDatabase();
  const [her] = await read<Instructor>(
    database,
    `SELECT p.id, p.full_name AS name, n.name AS unit, min(l.full_name) AS learner, min(x.id::text) AS pair FROM person p
     JOIN pair x ON x.instructor_id = p.id AND x.valid_to IS NULL AND p.phone IS NOT NULL JOIN person l ON l.id = x.learner_id
     JOIN pair_host h ON h.pair_id = x.id AND h.valid_to IS NULL
     JOIN membership m ON m.person_id = p.id AND m.valid_to IS NULL
     JOIN unit_name n ON n.unit_id = m.unit_id AND n.valid_to IS NULL
     JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last JOIN unit c ON c.id = s.commune_id AND c.slug = '${commune}'
     JOIN unit_span t ON t.unit_id = h.unit_id AND t.is_last AND t.commune_id = c.id
     WHERE NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id)
     GROUP BY p.id, n.name HAVING count(*) = 1 ORDER BY p.id LIMIT 1`,
  );
  await database.end();
  if (!her) throw new Error(`nobody guides one woman in ${commune}`);
  return her;
}
