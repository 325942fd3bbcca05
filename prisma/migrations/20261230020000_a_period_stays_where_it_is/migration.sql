-- expand: the days of a period are never moved: what a report closed is told by them.
CREATE TRIGGER period_stays BEFORE UPDATE OF kind, starts_on, ends_on ON reporting_period FOR EACH ROW
  WHEN ((OLD.kind, OLD.starts_on, OLD.ends_on) IS DISTINCT FROM (NEW.kind, NEW.starts_on, NEW.ends_on)) EXECUTE FUNCTION app.refuse_change();
