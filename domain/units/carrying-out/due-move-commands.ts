import { longTransaction } from '@/prisma/client';
import { moveDueRows } from './due-move-writes';

/** Carries out what restructurings left to be moved on days that have come. Says how many things it moved. Twice is once. */
export const settleDueMoves = (): Promise<number> => longTransaction(moveDueRows);
