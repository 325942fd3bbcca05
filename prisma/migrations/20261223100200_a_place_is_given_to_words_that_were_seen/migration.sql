-- A place on the front page is given to words that the city had before it as it gave the place, and not to those that came while its form stood open.
ALTER TABLE front_arrangement ADD COLUMN known_at TIMESTAMPTZ(6);
