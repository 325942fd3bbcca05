import { z } from 'zod';
import { idInput } from '@/domain/id';
import { versionInput } from '@/domain/version';

export const beginEditionInput = z.object({ articleId: idInput, version: versionInput });
export type BeginEditionInput = z.output<typeof beginEditionInput>;
