-- When and where the people of a model meet as a rule, in their own words: a woman who reads of a club asks that first.
ALTER TABLE digital_model ADD COLUMN meets text;
ALTER TABLE digital_model DROP CONSTRAINT clean_text, ADD CONSTRAINT clean_text CHECK (app.clean_line(name) AND app.clean_line(slug) AND app.clean_line(decision) AND app.clean_line(meets));
