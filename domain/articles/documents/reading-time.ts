import { wordsOfAlert } from '../alerts/alert';
import type { PublishedArticle } from '../article';
import { readingMinutes } from '../document';

/** Minutes to read or hear a piece whole: its text, the lines of an alert, and what else its page tells of it (`parts`). */
export const minutesOf = ({ plain, alert }: Pick<PublishedArticle, 'plain' | 'alert'>, parts = ''): number =>
  readingMinutes([alert ? wordsOfAlert(alert) : '', plain, parts].join(' ').trim());
