-- Hundreds sign up at the same moment when a session is shown on a screen: for whoever comes alone and is new on the list that is one statement
-- now, where it was a look-up and a transaction of six. Everybody else goes the way that was there.

-- A visitor who comes alone and is new on the list, where nobody has to be offered a seat before her: her place, what she is told and the
-- line of the trail in one statement, and by the same rules. Answers false, and nothing is done, where more than that has to be thought of.
-- p_told holds the message for each state that she may find herself in, p_trail the line; where she stands is added here.
CREATE OR REPLACE FUNCTION app.sign_up_alone(p_session uuid, p_unit uuid, p_id uuid, p_name text, p_phone text, p_commune uuid, p_ticket bytea, p_access_need text,
  p_unit_words text, p_locale text, p_consent_text uuid, p_told jsonb, p_trail jsonb)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE e record; told jsonb;
BEGIN
  PERFORM FROM session x WHERE x.id = p_session FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'offered' AND x.offer_until <= clock_timestamp())
    OR EXISTS (SELECT FROM enrolment x WHERE x.session_id = p_session AND x.state = 'waiting') AND EXISTS (SELECT FROM app.free_seats(p_session))
  THEN RETURN false; END IF;
  SELECT * INTO e FROM app.enrol(p_session => p_session, p_id => p_id, p_name => p_name, p_phone => p_phone, p_unit => p_commune, p_ticket => p_ticket,
    p_access_need => p_access_need, p_unit_words => p_unit_words, p_locale => p_locale, p_consent_text => p_consent_text);
  IF e.already THEN RETURN false; END IF;
  told := p_told -> e.state::text;
  INSERT INTO outbox_message (id, kind, about, dedupe_key, locale, recipient, session_id, enrolment_id, facts)
    VALUES (app.uuid7(), (told ->> 'kind')::message_kind, told ->> 'about', told ->> 'dedupeKey', told ->> 'locale', told ->> 'recipient', p_session, p_id,
      CASE WHEN e.waiting_position IS NULL THEN '{}' ELSE jsonb_build_object('position', e.waiting_position::text) END) ON CONFLICT (dedupe_key) DO NOTHING;
  INSERT INTO audit_entry (id, verb, action, subject_type, subject_id, unit_id, change)
    VALUES (app.uuid7(), p_trail ->> 'verb', p_trail ->> 'action', p_trail ->> 'subjectType', p_id, p_unit, (p_trail -> 'change') || jsonb_build_object('state', e.state));
  RETURN true;
END $$;
