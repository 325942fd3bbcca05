import type { Face as Value } from '@/domain/outcomes/feedback/feedback';

const mouths: Record<Value, string> = { 1: 'M16 34q8-8 16 0', 2: 'M16 32h16', 3: 'M15 29q9 10 18 0' };

/** A face from sad to glad; the word stands beside it. */
export function Face({ face, size }: { face: Value; size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" className="icon flex-none" strokeWidth={2.6}>
      <circle cx="24" cy="24" r="20" />
      <path d={`M17 18v3M31 18v3${mouths[face]}`} />
    </svg>
  );
}
