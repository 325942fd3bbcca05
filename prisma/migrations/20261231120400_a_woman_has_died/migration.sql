-- expand: the last day of her life, where the union knows of her death: nothing of hers runs after it, and nobody writes to her (decision 0357).
ALTER TABLE person ADD COLUMN died_on date;
ALTER TABLE person ADD CONSTRAINT erased_without_death CHECK (erased_on IS NULL OR died_on IS NULL);
