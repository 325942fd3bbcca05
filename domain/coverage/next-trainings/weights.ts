/*
 * How much each reason for a class somewhere counts, out of a hundred, and the numbers it is measured by. All are our own judgement
 * until the union gives others; nothing else in the portal depends on them.
 */

/** The palest places come first: what the campaign is for. */
export const UNMET_WEIGHT = 40;
/** A class is worth its way where the hall fills: of two pale places the one with enough units comes first. */
export const FILLED_WEIGHT = 10;
/** Women who asked by themselves come, and are owed an answer. */
export const WAITING_WEIGHT = 20;
/** Elderly women of the place who were at no class yet: most are won by somebody who comes to them. */
export const ELDERS_WEIGHT = 5;
/** Where nobody has been for long. */
export const QUIET_WEIGHT = 10;
/** A remote place is harder to come to by herself: the class has to come to her. */
export const REMOTE_WEIGHT = 5;
/** Somebody near who has time: it may come true soon. */
export const TRAINER_WEIGHT = 10;
/** Taken off for each class on something else that is to come within a month, twice at most: others have had none. */
export const PLANNED_WEIGHT = 10;
export const PLANNED_TIMES_MAX = 2;

/** So many women come for a unit: the head, two of the family's board, who guides and who learns. */
export const WOMEN_A_UNIT = 5;
/** Units that one class is for, in a hall of forty. */
export const UNITS_A_CLASS = 8;
/** Women waiting who count in full; fewer than three are no reason for a class of their own. */
export const WAITING_FULL = 20;
export const WAITING_MIN = 3;
/** Women from this age on, by year of birth alone; so many of them count in full. */
export const ELDER_AGE = 60;
export const ELDERS_FULL = 100;
/** Weeks without a class that count in full. */
export const QUIET_WEEKS = 26;
/** A class on the same course within so many days is not proposed once more. */
export const PLANNED_DAYS = 31;

/** What a trainer has in the next four weeks; who has eight sessions is asked for no more. */
export const LOAD_DAYS = 28;
export const LOAD_MAX = 8;
/** One session she has already weighs as much as so many minutes of way; beyond two hours and a half of both nothing counts. */
export const MINUTES_A_SESSION = 20;
export const MINUTES_MAX = 150;
/** Two communes with a border are near each other, however far apart their middles lie. */
export const BORDER_MINUTES = 25;
/** Where she taught in the last half-year is where she usually is. */
export const USUAL_DAYS = 180;

/** Women have to be told: a class is suggested for a week from now at the earliest. */
export const NOTICE_DAYS = 7;
