-- What the database holds of the tables in prisma/schema/indicators.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- indicator
ALTER TABLE indicator ADD CONSTRAINT clean_text CHECK ((app.clean_line(code) AND app.clean_line(name_vi) AND app.clean_line(name_en) AND app.clean_line(numerator_vi) AND app.clean_line(numerator_en) AND app.clean_line(denominator_vi) AND app.clean_line(denominator_en) AND app.clean_text(known_gaps_vi) AND app.clean_text(known_gaps_en)));
ALTER TABLE indicator ADD CONSTRAINT half_open CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
ALTER TABLE indicator ADD CONSTRAINT one_indicator EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);
