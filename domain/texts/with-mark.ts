/** Words that leave the portal, where no mark stands beside them, with the mark (`ui.demo`) behind them; of what is real there is none. */
export const withMark = (words: string, mark: string | null) =>
  mark ? [words, `(${mark})`].filter(Boolean).join(' ') : words;
