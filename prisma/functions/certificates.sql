CREATE OR REPLACE FUNCTION app.check_certificate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.enrolment_id IS NOT NULL AND NOT EXISTS (SELECT FROM attendance a JOIN session s ON s.id = a.session_id WHERE a.enrolment_id = NEW.enrolment_id AND a.mark IN ('present', 'late') AND s.state = 'held') THEN
      RAISE EXCEPTION 'certified is who was at a session that was held' USING ERRCODE = 'check_violation', CONSTRAINT = 'certified_present', HINT = 'certified_present'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.code, NEW.enrolment_id, NEW.topic_vi, NEW.topic_en, NEW.hours, NEW.held_on, NEW.issuer_vi, NEW.issuer_en, NEW.issued_at, NEW.issued_by_id, NEW.replaces_id)
      IS DISTINCT FROM (OLD.code, OLD.enrolment_id, OLD.topic_vi, OLD.topic_en, OLD.hours, OLD.held_on, OLD.issuer_vi, OLD.issuer_en, OLD.issued_at, OLD.issued_by_id, OLD.replaces_id)
    OR (NEW.holder_name IS NOT NULL AND NEW.holder_name IS DISTINCT FROM OLD.holder_name)
    OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'what a certificate says is fixed at issue' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_fixed', HINT = 'certificate_fixed'; END IF;
  RETURN NEW;
END $$;
