-- Who invites may say whose record the account will be tied to: until now no command tied an account to a person.
ALTER TABLE "invitation" ADD COLUMN "person_id" UUID;
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE TRIGGER on_record_person_id BEFORE INSERT ON invitation FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION app.refuse_merged('person_id');
