import { uploadInput } from '@/domain/boundaries/boundaries';
import { uploadBoundaries } from '@/domain/boundaries/commands';
import { listPublishedCodes } from '@/domain/boundaries/queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createBoundaryFile } from '@/test/factories/boundaries';
import { type Attempts, done } from '../attempt';

export function boundariesAttempts(): Attempts<'boundaries'> {
  return {
    'boundaries.keep': async (viewer) => {
      // communes of tests have codes of their own; a file knows official ones alone
      await db.$executeRaw`UPDATE unit SET code = (20000 + no)::text WHERE level = 'commune' AND code !~ '^[0-9]{5}$'`;
      const codes = (await listPublishedCodes(today())).map(({ code }) => code);
      const said = { edition: 'Bản thử', source: 'Tự vẽ để thử', licence: 'Miễn phí' };
      const input = uploadInput.parse({ ...said, asOf: today(), boundaryFile: createBoundaryFile(codes) });
      return done(await uploadBoundaries(viewer, input));
    },
  };
}
