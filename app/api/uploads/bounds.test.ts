import { expect, test } from 'vitest';
import { PART_BYTES_MAX } from '@/domain/uploads/upload';
import { LIMITS } from '@/server/entrance/entrance';

test('the front lets in as much of a part as an upload takes, and no more', () => {
  expect(LIMITS.part.bytes).toBe(PART_BYTES_MAX);
});
