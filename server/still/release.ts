import { readdirSync } from 'node:fs';
import path from 'node:path';

/** How many migrations the release in this folder knows: a later release knows as many or more. */
export const releaseIn = (root: string): number =>
  readdirSync(path.join(root, 'prisma/migrations'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .length;
