import { expect, test } from 'vitest';
import { hasShownStep, verifiedEmail } from './vouched';

test('an address counts only where the provider says in so many words that it is verified, and is kept as accounts keep theirs', () => {
  expect(verifiedEmail({ email: ' Lan@Demo.invalid', email_verified: true })).toBe('lan@demo.invalid');
  for (const email_verified of [false, undefined, null, 'true', 1, {}])
    expect(verifiedEmail({ email: 'lan@demo.invalid', email_verified })).toBeNull();
  for (const email of [undefined, null, 7, ['lan@demo.invalid'], 'no address', ''])
    expect(verifiedEmail({ email, email_verified: true })).toBeNull();
});

test('a second factor shown there counts by the claim that was named and by no other', () => {
  const amr = { claim: 'amr', value: 'mfa' } as const;
  const acr = { claim: 'acr', value: 'two' } as const;
  expect(hasShownStep({ amr: ['pwd', 'mfa'] }, amr)).toBe(true);
  expect(hasShownStep({ acr: 'two' }, acr)).toBe(true);
  expect(hasShownStep({ amr: ['pwd', 'mfa'], acr: 'two' }, null)).toBe(false);
  for (const claims of [{}, { amr: 'mfa' }, { amr: ['pwd'] }, { amr: ['mfa2'] }, { acr: 'mfa' }])
    expect(hasShownStep(claims, amr), JSON.stringify(claims)).toBe(false);
  for (const claims of [{}, { acr: ['two'] }, { acr: 'two three' }, { amr: ['two'] }])
    expect(hasShownStep(claims, acr), JSON.stringify(claims)).toBe(false);
});
