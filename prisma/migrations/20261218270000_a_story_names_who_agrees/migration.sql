-- A story stands in public while the woman it tells of agrees to be named: asked as it goes out or gets its hour, and followed from then on
-- whatever she answers, in the transaction in which she does. Its editors may say of an edition that it does not name her.

ALTER TABLE edition ADD COLUMN names_subject boolean NOT NULL DEFAULT true;
GRANT UPDATE (names_subject) ON edition TO portal_app;
ALTER TABLE publication ADD COLUMN told_at timestamptz(6);
CREATE INDEX article_subject_person ON article (subject_person_id) WHERE subject_person_id IS NOT NULL;
CREATE INDEX publication_untold ON publication (id) WHERE end_reason = 'consent_withdrawn' AND published_at IS NOT NULL AND told_at IS NULL;
CREATE INDEX consent_name_until ON consent (until) WHERE purpose = 'name_in_story' AND until IS NOT NULL;

-- Whether a name stands in a text, however it is written.
CREATE OR REPLACE FUNCTION app.says_name(t edition_text, p_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(position(app.name_key(p_name) IN app.name_key(concat_ws(' ', t.title, t.summary, t.plain, t.easy_read))) > 0, false) $$;

-- Whether a text may be read in public on a day, as far as the woman is concerned whom its article tells of: it does not name her, or her
-- newest answer to being named is a yes that holds. Where her name stands it names her, whatever was said. Of who was erased nothing is told.
CREATE OR REPLACE FUNCTION app.may_tell_of_her(p_text uuid, p_day date DEFAULT app.today()) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.id = p_text AND (p.erased_on IS NOT NULL OR NOT app.consent_stands(p.id, 'name_in_story', p_day) AND (e.names_subject OR app.says_name(t, p.full_name)))) $$;

-- The day on which a publication needs her yes: today, or the later day of its hour.
CREATE OR REPLACE FUNCTION app.day_of_telling(p publication) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p.published_at IS NULL THEN greatest(app.today(), (p.planned_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) ELSE app.today() END $$;

-- Nothing goes out, or gets its hour, that tells of a woman who has not agreed. The article is held: of her answer and a publication at once
-- the second sees the first.
CREATE OR REPLACE FUNCTION app.check_subject_of_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM article WHERE id = NEW.article_id FOR NO KEY UPDATE;
  IF NOT app.may_tell_of_her(NEW.text_id, app.day_of_telling(NEW)) THEN
    RAISE EXCEPTION 'the woman it tells of has not agreed to be named' USING ERRCODE = 'check_violation', CONSTRAINT = 'subject_agrees', HINT = 'subject_agrees'; END IF;
  RETURN NEW;
END $$;

-- Ends what of these articles may not be told any more, public or planned, and says how many publications; the clock tells pages (told_at).
CREATE OR REPLACE FUNCTION app.end_untold(p_articles uuid[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE ended integer; at timestamptz;
BEGIN
  PERFORM FROM article WHERE id = ANY (p_articles) ORDER BY id FOR NO KEY UPDATE;
  at := clock_timestamp();
  UPDATE publication p SET ended_at = greatest(at, p.published_at), end_reason = 'consent_withdrawn'
  WHERE p.article_id = ANY (p_articles) AND p.ended_at IS NULL AND NOT app.may_tell_of_her(p.text_id, app.day_of_telling(p));
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Articles that tell of a woman, whichever of her records they name.
CREATE OR REPLACE FUNCTION app.articles_on(p_person uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(a.id), '{}') FROM article a WHERE a.subject_person_id IN (SELECT id FROM app.records_of(app.record_today(p_person))) $$;

CREATE OR REPLACE FUNCTION app.articles_follow_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM person WHERE id = app.record_today(NEW.person_id) FOR NO KEY UPDATE;
  PERFORM app.end_untold(app.articles_on(NEW.person_id));
  RETURN NULL;
END $$;

-- At the end of a merger, of its undoing and of an erasure: only then what was answered and what is told lie with the same record.
CREATE OR REPLACE FUNCTION app.articles_follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.end_untold(app.articles_on(NEW.id) || app.articles_on(OLD.merged_into_id));
  RETURN NULL;
END $$;

-- Who is said to be told of in what is public already has to have agreed as well. Her record first, then the article, as her answers do.
CREATE OR REPLACE FUNCTION app.article_follows_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM FROM person WHERE id = app.record_today(NEW.subject_person_id) FOR NO KEY UPDATE;
  PERFORM app.end_untold(ARRAY[NEW.id]);
  RETURN NULL;
END $$;

-- Whether a text names her is approved with the text.
CREATE OR REPLACE FUNCTION app.keep_approved_naming() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'approved text: begin a new edition' USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_text_fixed', HINT = 'approved_text_fixed';
END $$;

CREATE TRIGGER on_record_subject_person_id_later BEFORE UPDATE OF subject_person_id ON article FOR EACH ROW WHEN (NEW.subject_person_id IS NOT NULL AND NEW.subject_person_id IS DISTINCT FROM OLD.subject_person_id) EXECUTE FUNCTION app.refuse_merged('subject_person_id');
CREATE TRIGGER approved_naming_fixed BEFORE UPDATE OF names_subject ON edition FOR EACH ROW WHEN (OLD.state IN ('approved', 'superseded') AND NEW.names_subject IS DISTINCT FROM OLD.names_subject) EXECUTE FUNCTION app.keep_approved_naming();
CREATE TRIGGER subject_agrees BEFORE INSERT OR UPDATE OF text_id, published_at ON publication FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION app.check_subject_of_publication();
CREATE TRIGGER articles_follow_answer AFTER INSERT ON consent FOR EACH ROW WHEN (NEW.purpose = 'name_in_story') EXECUTE FUNCTION app.articles_follow_answer();
CREATE CONSTRAINT TRIGGER articles_follow_person AFTER UPDATE OF merged_into_id, erased_on ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id OR OLD.erased_on IS DISTINCT FROM NEW.erased_on) EXECUTE FUNCTION app.articles_follow_person();
CREATE CONSTRAINT TRIGGER article_follows_subject AFTER UPDATE OF subject_person_id ON article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.subject_person_id IS NOT NULL AND NEW.subject_person_id IS DISTINCT FROM OLD.subject_person_id) EXECUTE FUNCTION app.article_follows_subject();

-- what is public of women who have not agreed: no form has said so until now
SELECT app.end_untold(ARRAY (SELECT id FROM article WHERE subject_person_id IS NOT NULL));
