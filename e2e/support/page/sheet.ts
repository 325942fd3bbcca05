import type { Page } from '@playwright/test';

/** The sheet on which the text of a language is written, once the editor has come. */
export const sheetOf = (page: Page, locale: 'vi' | 'en') => page.locator(`.sheet-text[lang="${locale}"]`);

/** Shows the text of this language on a narrow screen, where one stands behind the other. */
export const turnTo = (page: Page, language: string) =>
  page.getByRole('group', { name: 'Thứ tiếng đang viết' }).getByRole('button', { name: language }).click();
