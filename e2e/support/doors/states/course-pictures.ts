import type pg from 'pg';
import { createConsent } from '../../../../test/factories/consents';
import { createMember } from '../../../../test/factories/people';
import { createCourse } from '../../../../test/factories/trainings';
import { type Made, newId, unique, write } from '../../../../test/factories/write';

type Shown = { here: Made; by: Made; mark: string };

/** What a course hands out: a picture with a woman who agreed and one to be asked, and one of which another took somebody off. */
export async function coursePictures(database: pg.Client, { here, by, mark }: Shown): Promise<string[]> {
  const course = await createCourse(database);
  const woman = await createMember(database, here, { name: `Đinh ${mark} Trong Hình`, phone: '+84934567812' });
  const [asked, waiting] = [await picture(database, here, by, course), await picture(database, here, by, course)];
  await createConsent(database, woman, 'image', { pictureId: asked, use: 'portal' });
  await write(database, [['media_person', { asset_id: asked, person_id: woman.id }]]);
  await database.query(
    `UPDATE media_asset SET withdrawn_at = now(), withdrawn_reason = 'consent', faces_not_by_ids = ARRAY[$2::uuid] WHERE id = $1`,
    [waiting, by.id],
  );
  const page = `/admin/courses/pictures/${asked}`;
  return [page, `${page}?person=${woman.id}`, `/admin/pictures/${waiting}/faces`];
}

async function picture(database: pg.Client, here: Made, by: Made, course: Made): Promise<string> {
  const id = newId();
  const sha256 = `\\x${Buffer.from(unique().padEnd(32, '0')).toString('hex')}`;
  const file = { sha256, mime: 'image/webp', bytes: 1000, width: 800, height: 600, in_library: false };
  await write(database, [
    ['media_asset', { id, unit_id: here.id, uploaded_by_id: by.id, ...file }],
    [
      'course_material',
      {
        id: newId(),
        course_id: course.id,
        title: 'Hình lớp học',
        asset_id: id,
        position: 1,
        locale: 'vi',
        is_public: true,
      },
    ],
  ]);
  return id;
}
