/**
 * Records of different persons that one account opens in an hour before it rings. Who goes through a list for a report takes twenty seconds for each,
 * 180 an hour without a pause; a program takes one.
 */
export const RECORDS_AN_HOUR = 240;
