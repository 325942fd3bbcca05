import { z } from 'zod';
import { idInput } from '@/domain/id';

export const notSameInput = z.object({ oneId: idInput, otherId: idInput });
export type NotSameInput = z.output<typeof notSameInput>;
