-- Run once, by the image of PostgreSQL, when it makes its files: who owns the portal's database, and whom its server connects as.
-- Neither is a superuser, and the superuser is reached over no network.
\getenv owner_password POSTGRES_PASSWORD
\set server_password `cat /run/secrets/server-password`
-- a file that cannot be read is an empty password here, by which nobody is let in
SELECT (CASE WHEN :'server_password' = ''
  THEN 'secrets/server-password is empty, or the user 999 may not read it: mend that, then remove the volume of the database and begin anew' ELSE '0' END)::int;

CREATE ROLE portal LOGIN PASSWORD :'owner_password';
CREATE ROLE portal_app NOLOGIN;
GRANT portal_app TO portal WITH ADMIN OPTION;
CREATE ROLE portal_server LOGIN PASSWORD :'server_password';
GRANT portal_app TO portal_server;
ALTER DATABASE portal OWNER TO portal;
ALTER ROLE postgres PASSWORD NULL;
