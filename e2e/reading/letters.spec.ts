import { expect } from '@playwright/test';
import { test } from '../support/test';

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const OTHERS = 'bcdđfghjklmnpqrstvwxz';

const small = [...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))).join('') + OTHERS;
/** Every letter of Vietnamese, capitals too, and what stands between words. */
const LETTERS = `${small}${small.toLocaleUpperCase('vi')}0123456789.,;:!?%()–“”‘’…·`;

const LOOKS = ['sans', 'serif'].flatMap((family) => [400, 600, 700].map((weight) => ({ family, weight })));

test('every letter of Vietnamese comes from the fonts of the portal, in each weight', async ({ page }) => {
  await page.goto('/cam-nang');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/cam-nang\/./);
  await page.evaluate(
    async ({ letters, looks }) => {
      for (const { family, weight } of looks) {
        const line = document.createElement('p');
        line.textContent = letters;
        line.dataset.letters = `${family} ${weight}`;
        line.style.fontFamily = `var(--font-${family})`;
        line.style.fontWeight = String(weight);
        document.querySelector('main')?.append(line);
      }
      document.body.getBoundingClientRect();
      await document.fonts.ready;
    },
    { letters: LETTERS, looks: LOOKS },
  );
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[data-letters]' });
  expect(nodeIds).toHaveLength(LOOKS.length);
  for (const [at, nodeId] of nodeIds.entries()) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const strangers = fonts.filter(({ isCustomFont }) => !isCustomFont);
    expect(strangers, JSON.stringify(LOOKS[at])).toEqual([]);
  }
});
