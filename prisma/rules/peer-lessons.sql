-- What the database holds of the tables in prisma/schema/peer-lessons.prisma, beyond what is said there.
-- Written by `npm run rules` from all migrations: to change a rule, write a migration.

-- peer_lesson
ALTER TABLE peer_lesson ADD CONSTRAINT peer_lesson_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)));
ALTER TABLE peer_lesson ADD CONSTRAINT peer_lesson_women_check CHECK (((women >= 1) AND (women <= 200)));
ALTER TABLE peer_lesson ADD CONSTRAINT taken_back_whole CHECK (((taken_back_at IS NULL) = (taken_back_by_id IS NULL)));
CREATE TRIGGER keep_peer_lesson BEFORE INSERT OR UPDATE ON public.peer_lesson FOR EACH ROW EXECUTE FUNCTION app.keep_peer_lesson();
CREATE TRIGGER mark_demo BEFORE INSERT ON public.peer_lesson FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
CREATE TRIGGER on_record_teacher_id BEFORE INSERT ON public.peer_lesson FOR EACH ROW WHEN ((new.teacher_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('teacher_id');
CREATE TRIGGER raise_version BEFORE UPDATE ON public.peer_lesson FOR EACH ROW EXECUTE FUNCTION app.raise_version();

-- peer_learner
CREATE TRIGGER on_record_person_id BEFORE INSERT ON public.peer_learner FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_merged('person_id');
