import { z } from 'zod';
import { idInput } from '@/domain/id';

export const ownSessionInput = z.object({ sessionId: idInput });
export const otherSessionsInput = z.object({});
/** One session of an account, or all of them. */
export const accountSessionInput = z.object({ accountId: idInput, sessionId: idInput.optional() });

export type OwnSessionInput = z.output<typeof ownSessionInput>;
export type AccountSessionInput = z.output<typeof accountSessionInput>;

/** A session that stands open, as its owner and who may end it see it. */
export type OpenSession = {
  id: string;
  /** "Android, Chrome"; empty where the browser says nothing of itself */
  device: string;
  /** masked: only that it is the same, or another one */
  network: string;
  createdAt: Date;
  /** within five minutes */
  lastSeenAt: Date;
  /** a provider vouched for her; otherwise she typed her password */
  byProvider: boolean;
};

/** The first half of a network: enough to know one's own from another one, and not where she is. Empty where none is known. */
export function maskedNetwork(network: string | null): string {
  if (!network) return '';
  const parts = network.split(/[.:]/);
  if (network.includes(':')) return `${parts.slice(0, 2).join(':')}:…`;
  return parts.length === 4 ? `${parts.slice(0, 2).join('.')}.…` : '…';
}
