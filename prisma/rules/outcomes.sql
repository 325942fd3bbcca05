-- What the database holds of the tables in prisma/schema/outcomes.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- learned_skill
CREATE TRIGGER learned_by_present BEFORE INSERT OR UPDATE OF level ON public.learned_skill FOR EACH ROW EXECUTE FUNCTION app.check_learned();

-- session_feedback
ALTER TABLE session_feedback ADD CONSTRAINT clean_text CHECK (app.clean_text(comment));
ALTER TABLE session_feedback ADD CONSTRAINT session_feedback_face_check CHECK (((face >= 1) AND (face <= 3)));

-- session_report
ALTER TABLE session_report ADD CONSTRAINT clean_text CHECK ((app.clean_text(went_well) AND app.clean_text(to_improve) AND app.clean_text(materials)));
ALTER TABLE session_report ADD CONSTRAINT session_report_number_check CHECK ((number >= 1));
ALTER TABLE session_report ADD CONSTRAINT session_report_people_present_check CHECK ((people_present >= 1));
CREATE TRIGGER report_of_held BEFORE INSERT ON public.session_report FOR EACH ROW EXECUTE FUNCTION app.check_session_report();
