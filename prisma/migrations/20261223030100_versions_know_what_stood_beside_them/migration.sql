-- A version holds what readers saw beside its words: picture at the head, places, topics, source, model, drawing. Of versions from before this nothing is known of that.
ALTER TABLE "edition" ADD COLUMN "beside" JSONB;
ALTER TABLE "earlier_text" ADD COLUMN "beside" JSONB;

-- What readers see beside the words of an edition, as far as it is no word: the picture at the head, places, source and model as it has them or waits for
-- them, topics and what its drawing shows.
CREATE OR REPLACE FUNCTION app.beside_of(p_edition uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object(
    'picture', (SELECT m.asset_id FROM edition_text t JOIN media_use m ON m.text_id = t.id AND m.use = 'portal' AND m.at_head WHERE t.edition_id = e.id ORDER BY t.locale DESC LIMIT 1),
    'communes', coalesce(CASE WHEN e.surroundings IS NULL THEN (SELECT jsonb_agg(c.unit_id ORDER BY c.unit_id::text) FROM article_commune c WHERE c.article_id = a.id)
      ELSE (SELECT jsonb_agg(x ORDER BY x) FROM jsonb_array_elements_text(e.surroundings->'communeIds') x) END, '[]'),
    'wholeCity', CASE WHEN e.surroundings ? 'wholeCity' THEN e.surroundings->'wholeCity' ELSE to_jsonb(a.whole_city) END,
    'sourceName', CASE WHEN e.surroundings IS NULL THEN to_jsonb(a.source_name) ELSE e.surroundings->'sourceName' END,
    'sourceUrl', CASE WHEN e.surroundings IS NULL THEN to_jsonb(a.source_url) ELSE e.surroundings->'sourceUrl' END,
    'model', CASE WHEN e.surroundings ? 'subjectModelId' THEN e.surroundings->'subjectModelId' ELSE to_jsonb(a.subject_model_id) END,
    'scene', a.scene,
    'topics', coalesce((SELECT jsonb_agg(k.code ORDER BY k.position, k.code) FROM article_topic t JOIN skill k ON k.id = t.skill_id WHERE t.article_id = a.id), '[]'))
  FROM edition e JOIN article a ON a.id = e.article_id WHERE e.id = p_edition $$;

-- An edition that goes on behind one that was approved and never read goes on with its places and source; what stood beside the words of that one stays
-- known with it.
CREATE OR REPLACE FUNCTION app.carry_surroundings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  NEW.surroundings := coalesce(NEW.surroundings, (SELECT e.surroundings FROM edition e WHERE e.article_id = NEW.article_id ORDER BY e.number DESC LIMIT 1));
  UPDATE edition e SET beside = app.beside_of(e.id) WHERE e.article_id = NEW.article_id AND e.number = (SELECT max(x.number) FROM edition x WHERE x.article_id = NEW.article_id);
  RETURN NEW;
END $$;

-- Whether a text was kept already in this transaction: what it passes through within one is no version.
CREATE OR REPLACE FUNCTION app.was_kept_now(t edition_text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM earlier_text x WHERE x.edition_id = t.edition_id AND x.locale = t.locale AND x.kept_at = now()) $$;

-- Keeps a text as it stands, with what stands beside it.
CREATE OR REPLACE FUNCTION app.keep_text(t edition_text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF t.plain = '' OR app.tells_of_erased(t.edition_id) OR app.was_kept_now(t) THEN RETURN; END IF;
  INSERT INTO earlier_text (id, edition_id, locale, title, summary, body, easy_read, what_changed, parts, beside, wrote_by_id, wrote_at)
    VALUES (app.uuid7(), t.edition_id, t.locale, t.title, t.summary, t.body, t.easy_read, t.what_changed, t.parts, app.beside_of(t.edition_id), t.wrote_by_id, t.wrote_at);
  DELETE FROM earlier_text x WHERE x.edition_id = t.edition_id AND x.locale = t.locale AND app.may_thin(x);
END $$;

-- Keeps the texts of an edition before something beside them changes, which somebody writes then; who wrote an approved one stays.
CREATE OR REPLACE FUNCTION app.keep_beside(p_edition uuid, p_account uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.keep_text(t) FROM edition_text t WHERE t.edition_id = p_edition;
  UPDATE edition_text t SET wrote_by_id = p_account, wrote_at = now() FROM edition e
    WHERE e.id = p_edition AND t.edition_id = e.id AND t.plain <> '' AND e.state NOT IN ('approved', 'superseded');
END $$;

-- Words and lines that are written over, or taken away, stay as an earlier text, whoever writes and in whatever way. Who wrote what did not
-- change stays, unless something beside it did.
CREATE OR REPLACE FUNCTION app.keep_earlier_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.title, OLD.summary, OLD.body, OLD.easy_read, OLD.what_changed) IS NOT DISTINCT FROM (NEW.title, NEW.summary, NEW.body, NEW.easy_read, NEW.what_changed)
    AND (OLD.parts IS NULL OR OLD.parts IS NOT DISTINCT FROM NEW.parts) THEN
    IF NOT app.was_kept_now(OLD) THEN
      NEW.wrote_by_id := OLD.wrote_by_id;
      NEW.wrote_at := OLD.wrote_at;
    END IF;
    RETURN NEW;
  END IF;
  PERFORM app.keep_text(OLD);
  RETURN coalesce(NEW, OLD);
END $$;
