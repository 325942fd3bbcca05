import { uploadSheet } from '@/domain/imports/upload-commands';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function importsAttempts({ union }: AttemptStage): Attempts<'imports'> {
  return {
    'imports.members': async (viewer) => {
      const sheetFile = new File([`Họ và tên;Năm sinh\nNguyễn Thị Thử ${Math.random()};1980\n`], 'thu.csv');
      return done(await uploadSheet(viewer, { unitId: union.khuPho5.id, sheetFile }));
    },
  };
}
