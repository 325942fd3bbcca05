import type { Viewer } from '@/domain/access/viewer';
import { confirmImport } from '@/domain/imports/commands';
import { findImport, listImportRows } from '@/domain/imports/queries';
import { stepImport } from '@/domain/imports/step-commands';
import { uploadSheet } from '@/domain/imports/upload-commands';
import type { TestUnit } from '@/test/union';

/** Sheets of members for tests, and imports driven to their end as a page does it. */
const HEADS = 'Họ và tên;Năm sinh;SĐT;Chi hội;Tổ;Địa chỉ;Ngày vào Hội;Loại hội viên';
let counter = 0;
/** A name nobody else in these tests has. */
export const fresh = () => {
  const letters = [...String(++counter)].map((digit) => 'abcdeghikl'[Number(digit)]).join('');
  return `Nguyễn Thị X${letters}`;
};
export const phone = () => `09${String(10_000_000 + ++counter * 7).slice(-8)}`;

export const sheet = (...lines: string[]) => new File([[HEADS, ...lines].join('\n')], 'hoi-vien.csv');
export async function uploaded(viewer: Viewer, unit: TestUnit, file: File): Promise<string> {
  const result = await uploadSheet(viewer, { unitId: unit.id, sheetFile: file });
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}
export async function run(viewer: Viewer, batchId: string) {
  for (let step = 0; step < 100; step++) {
    const result = await stepImport(viewer, { batchId });
    if (!result.ok) throw new Error(result.problem);
    if (result.value.phase === 'checked' || result.value.phase === 'finished') return;
  }
}
export async function previewed(viewer: Viewer, unit: TestUnit, ...lines: string[]) {
  const id = await uploaded(viewer, unit, sheet(...lines));
  await run(viewer, id);
  return { id, rows: (await listImportRows(viewer, id)).rows };
}
export async function confirmed(viewer: Viewer, id: string) {
  const batch = await findImport(viewer, id);
  if (!batch) throw new Error('no such import');
  const result = await confirmImport(viewer, { batchId: id, version: batch.version });
  if (!result.ok) throw new Error(result.problem);
  await run(viewer, id);
}

/** A file checked to its end; answers with the import's id. */
export async function uploadedAndChecked(viewer: Viewer, unit: TestUnit, file: File): Promise<string> {
  const id = await uploaded(viewer, unit, file);
  await run(viewer, id);
  return id;
}
