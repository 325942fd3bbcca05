import type { Viewer } from '@/domain/access/viewer';
import { uploadInput } from '@/domain/boundaries/boundaries';
import { uploadBoundaries } from '@/domain/boundaries/commands';
import { listPublishedCodes } from '@/domain/boundaries/queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createBoundaryFile } from '@/test/factories/boundaries';
import { type Attempts, done } from '../attempt';

const TRIES = 10;

/** Brings a file of all communes there are. Communes of tests have codes of their own; a file knows official ones alone. */
async function bring(viewer: Viewer) {
  await db.$executeRaw`UPDATE unit SET code = (20000 + no)::text WHERE level = 'commune' AND code !~ '^[0-9]{5}$'`;
  const codes = (await listPublishedCodes(today())).map(({ code }) => code).filter((code) => /^\d{5}$/.test(code));
  const said = { edition: 'Bản thử', source: 'Tự vẽ để thử', licence: 'Miễn phí' };
  const boundaryFile = createBoundaryFile(codes);
  return uploadBoundaries(viewer, uploadInput.parse({ ...said, asOf: today(), boundaryFile }));
}

export function boundariesAttempts(): Attempts<'boundaries'> {
  return {
    'boundaries.keep': async (viewer) => {
      // other attempts set up communes beside this one: what was complete a moment ago may lack one
      for (let tries = 0; tries < TRIES; tries++) {
        const brought = await bring(viewer);
        if (brought.ok || brought.problem !== 'codes-differ') return done(brought);
      }
      return false;
    },
  };
}
