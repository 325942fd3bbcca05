-- Who has no e-mail address is given the link by her official, who is named.
ALTER TABLE password_reset ADD COLUMN made_by_id uuid;
ALTER TABLE password_reset ADD CONSTRAINT password_reset_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE password_reset ADD CONSTRAINT password_reset_token_hash_check CHECK (octet_length(token_hash) = 32);
