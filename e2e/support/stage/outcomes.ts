import type pg from 'pg';
import { createEnrolment, createSession } from '../../../test/factories/trainings';
import { type Made, newId, read, unique, write } from '../../../test/factories/write';

/** Enrols these women and marks them as present, by a phone of this account; answers with the enrolments. */
export async function makeRegister(
  database: pg.Client,
  session: Made,
  women: readonly Made[],
  account: Made,
): Promise<string[]> {
  const device = newId();
  await write(database, [['device', { id: device, account_id: account.id, label: 'Điện thoại thử' }]]);
  const enrolments: string[] = [];
  for (const [at, woman] of women.entries()) {
    const enrolment = await createEnrolment(database, session, woman, at + 1);
    const now = new Date().toISOString();
    const tap = { device_id: device, sequence: at + 1, session_id: session.id, enrolment_id: enrolment.id };
    await write(database, [
      [
        'attendance_event',
        {
          ...tap,
          kind: 'mark',
          mark: 'present',
          marked_at: now,
          marked_by_id: account.id,
          received_at: now,
          clock_offset_ms: 0,
          held_for_review: false,
          arrival: Date.now() * 100 + at,
        },
      ],
    ]);
    enrolments.push(enrolment.id);
  }
  return enrolments;
}

/** A certificate as it stands after issuing; its code is nobody's real one. */
export async function makeCertificate(
  database: pg.Client,
  enrolment: Made,
  person: Made,
  issuer: Made,
  holder: string,
): Promise<string> {
  const id = newId();
  const facts = { topic_vi: 'VNeID', topic_en: 'VNeID', hours: 1, held_on: '2026-03-05' };
  const issuerNames = { issuer_vi: 'Hội Liên hiệp Phụ nữ', issuer_en: 'Women’s Union', issued_by_id: issuer.id };
  const row = { id, code: `THU-${unique()}`, enrolment_id: enrolment.id, person_id: person.id, holder_name: holder };
  await write(database, [['certificate', { ...row, ...facts, ...issuerNames, issued_at: new Date().toISOString() }]]);
  return id;
}

/**
 * An approved session of the demonstration's trainer in Khu phố 5, Long Hưng, of last night, at a moment when she is free,
 * with three women on the register; the course asks nothing for a certificate but to be there.
 */
export async function makeTaughtSession(database: pg.Client): Promise<{ id: string; names: string[] }> {
  const [found] = await read<{ unit: string; course: string; trainer: string; account: string }>(
    database,
    `SELECT s.unit_id AS unit, (SELECT id FROM course WHERE code = 'verified-information') AS course, a.person_id AS trainer, a.id AS account
     FROM unit_span s JOIN unit c ON c.id = s.commune_id AND c.slug = 'long-hung' JOIN unit_name n ON n.unit_id = s.unit_id AND n.name = 'Chi hội Khu phố 5'
       CROSS JOIN account a WHERE s.level = 'sub_association' AND s.is_last AND a.email = 'trainer@demo.invalid' LIMIT 1`,
  );
  const women = await read<{ id: string; name: string }>(
    database,
    `SELECT p.id, p.full_name AS name FROM membership m JOIN person p ON p.id = m.person_id JOIN unit_span s ON s.unit_id = m.unit_id AND s.is_last
     WHERE s.sub_association_id = '${found?.unit}' AND m.valid_to IS NULL AND p.erased_on IS NULL AND p.merged_into_id IS NULL
       AND p.id <> '${found?.trainer}' ORDER BY p.id LIMIT 3`,
  );
  const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 2; // two that look at once choose among different moments
  const [free] = await read<{ starts: string; ends: string }>(
    database,
    `SELECT to_json(f) #>> '{}' AS starts, to_json(f + interval '3 minutes') #>> '{}' AS ends
     FROM generate_series(${4 * worker}, 296, 8) n CROSS JOIN LATERAL (
       SELECT ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1 + n * interval '1 minute') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS f) at
     WHERE NOT EXISTS (SELECT FROM session_trainer t WHERE t.trainer_id = '${found?.trainer}'
       AND t.starts_at < f + interval '3 minutes' AND f < t.ends_at) ORDER BY random() LIMIT 1`,
  );
  const session = await createSession(database, {
    course: { id: found?.course ?? '' },
    unit: { id: found?.unit ?? '' },
    trainers: [{ id: found?.trainer ?? '' }],
    startsAt: free?.starts ?? '',
    endsAt: free?.ends ?? '',
  });
  await makeRegister(database, session, women, { id: found?.account ?? '' });
  return { id: session.id, names: women.map(({ name }) => name) };
}
