import { z } from 'zod';

export const digestInput = z.object({ wanted: z.enum(['yes', 'no']) });
export type DigestInput = z.output<typeof digestInput>;
