-- expand: an earlier release finds the row that it would have written itself.
-- A portal always knows since when it asks for a second factor. Without the row it never asked; its first administrator begins the days anew.
INSERT INTO second_factor_start (id) VALUES (true) ON CONFLICT (id) DO NOTHING;
GRANT UPDATE (began_at) ON second_factor_start TO portal_app;
