import { expect, test } from 'vitest';
import { maskedPhone, normalPhone, shownPhone } from './phone';
import { phoneInput } from './phone-input';

test('a phone is kept in one way, shown as it is read out, and masked', () => {
  for (const written of ['0912345678', '+84 912 345 678', '84912345678', '0912.345.678', '0084912345678'])
    expect(phoneInput.parse(written)).toBe('+84912345678');
  expect(shownPhone(normalPhone('0912345678') ?? expect.unreachable())).toBe('0912 345 678');
  expect(maskedPhone('+84912345678')).toBe('09•• ••• 678');
});

test('what is no mobile number is named as that', () => {
  // none of a house, none of the eleven figures before 2018, none with a first figure that no network has
  for (const written of [
    '',
    '0912',
    '012345678901',
    'zalo',
    '0251 382 2222',
    '0168 123 4567',
    '0412345678',
    '0612345678',
  ]) {
    const result = phoneInput.safeParse(written);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.message).toBe('not-a-phone');
  }
});
