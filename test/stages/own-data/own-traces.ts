import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { type Made, newId, write } from '@/test/factories/write';
import { HER, IN_A_TEXT } from '../her';

type Rows = Parameters<typeof write>[1];

/** What is kept of her where others look: a story, a picture, a sheet. */
export async function isSeen(her: Made, absorbed: Made, commune: Made, recorder: Made) {
  const approver = await createAccount(db);
  const article = await createArticle(db, {
    unit: commune,
    author: recorder,
    approver,
    kind: 'story',
    title: `${HER.name} học số`,
    markdown: IN_A_TEXT,
  });
  await db.article.update({ where: { id: article.id }, data: { subjectPersonId: her.id }, select: { id: true } });
  await db.publication.updateMany({
    where: { articleId: article.id },
    data: { endedAt: new Date(), endReason: 'withdrawn' },
  });
  await write(db, [...rowsOfThePicture(her, commune), ...rowsOfTheSheet(her, absorbed, commune, recorder)]);
}

function rowsOfThePicture(her: Made, commune: Made): Rows {
  const picture = newId();
  return [
    [
      'media_asset',
      {
        id: picture,
        sha256: `\\x${'0'.repeat(64)}`,
        mime: 'image/webp',
        bytes: 1,
        unit_id: commune.id,
        demo: false,
        version: 1,
      },
    ],
    ['media_text', { asset_id: picture, locale: 'vi', alt: HER.name, caption: IN_A_TEXT }],
    ['media_person', { asset_id: picture, person_id: her.id }],
  ];
}

/** The sheet by which both records came in. */
function rowsOfTheSheet(her: Made, absorbed: Made, commune: Made, recorder: Made): Rows {
  const batch = newId();
  return [
    [
      'import_batch',
      {
        id: batch,
        unit_id: commune.id,
        scope_unit_id: commune.id,
        subject: 'people',
        file_name: 'hoi-vien.xlsx',
        file_sha256: `\\x${batch.replaceAll('-', '')}`,
        columns: [],
        state: 'applied',
        uploaded_by_id: recorder.id,
        purge_on: today(),
        version: 1,
      },
    ],
    [
      'import_row',
      {
        batch_id: batch,
        row_no: 1,
        verdict: 'create',
        reasons: [],
        cells: { name: HER.name, phone: HER.phone },
        subject_type: 'person',
        subject_id: her.id,
        before: { full_name: HER.formerName },
      },
    ],
    [
      'import_row',
      {
        batch_id: batch,
        row_no: 2,
        verdict: 'same',
        reasons: [],
        cells: { name: HER.formerName },
        subject_type: 'person',
        subject_id: absorbed.id,
      },
    ],
  ];
}
