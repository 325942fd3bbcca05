-- What an official of a demonstration says of where to ask stood on the public page as if it were true. What was said meanwhile is
-- marked as well: on a portal at work there is no invented unit, and nothing changes.
CREATE TRIGGER mark_demo BEFORE INSERT ON unit_reception FOR EACH ROW EXECUTE FUNCTION app.mark_demo();
UPDATE unit_reception SET demo = true WHERE NOT demo AND EXISTS (SELECT FROM unit u WHERE u.demo);
