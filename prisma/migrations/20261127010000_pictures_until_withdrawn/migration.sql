-- A yes to pictures holds until it is withdrawn: a picture is taken down by an answer, not by a day that passes, so that nobody may
-- be told of an end that nothing would keep.
ALTER TABLE consent ADD CONSTRAINT pictures_until_withdrawn CHECK (purpose <> 'image' OR until IS NULL);
