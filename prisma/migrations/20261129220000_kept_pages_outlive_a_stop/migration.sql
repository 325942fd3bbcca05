-- A server that stops in order writes down the pages it keeps, and leaves a mark here. They are read again only while the transaction
-- that set the mark is the last one that wrote anything (server/still/saved).
CREATE TABLE app.kept_pages (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  mark uuid NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON app.kept_pages TO portal_app;
