-- Why: two sides promise each other things; what both signed is kept as it was, and no side changes it alone.
CREATE TABLE contract (
    id uuid NOT NULL CONSTRAINT pk_contract PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    project_id uuid NULL,
    first_id uuid NOT NULL,
    second_id uuid NOT NULL,
    renews_id uuid NULL,
    draft text NOT NULL,
    reviews text NOT NULL,
    breaches text NOT NULL,
    ended_on date NULL,
    end_note text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_contract_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_project_id FOREIGN KEY (project_id) REFERENCES occasion (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_first_id FOREIGN KEY (first_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_second_id FOREIGN KEY (second_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_renews_id FOREIGN KEY (renews_id) REFERENCES contract (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_contract_slug ON contract (slug);
CREATE INDEX ix_contract_territory_id ON contract (territory_id);
CREATE INDEX ix_contract_project_id ON contract (project_id);
CREATE INDEX ix_contract_first_id ON contract (first_id);
CREATE INDEX ix_contract_second_id ON contract (second_id);
CREATE INDEX ix_contract_renews_id ON contract (renews_id);

CREATE TABLE contract_version (
    id uuid NOT NULL CONSTRAINT pk_contract_version PRIMARY KEY,
    contract_id uuid NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    text text NOT NULL,
    hash text NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    CONSTRAINT fk_contract_version_contract_id FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_contract_version_contract_id_number ON contract_version (contract_id, number);

CREATE TABLE contract_signature (
    version_id uuid NOT NULL,
    side text NOT NULL,
    signed_as text NOT NULL,
    signed_on date NOT NULL,
    hash text NOT NULL,
    kept_at text NOT NULL,
    channel text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_contract_signature PRIMARY KEY (version_id, side),
    CONSTRAINT fk_contract_signature_version_id FOREIGN KEY (version_id) REFERENCES contract_version (id) ON DELETE RESTRICT
);

CREATE TABLE evidence (
    id uuid NOT NULL CONSTRAINT pk_evidence PRIMARY KEY,
    contract_id uuid NOT NULL,
    clause_id uuid NOT NULL,
    what text NOT NULL,
    day date NOT NULL,
    quantity bigint NOT NULL CHECK (quantity >= 0),
    removed boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_evidence_contract_id FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE RESTRICT
);
CREATE INDEX ix_evidence_contract_id ON evidence (contract_id);

-- What was offered to sign and what was signed is never rewritten: an amendment is another version.
CREATE FUNCTION refuse_signed_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'signed texts are append-only'; END $$;
CREATE TRIGGER contract_version_no_change BEFORE UPDATE OR DELETE ON contract_version FOR EACH ROW EXECUTE FUNCTION refuse_signed_change();
CREATE TRIGGER contract_version_no_truncate BEFORE TRUNCATE ON contract_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_signed_change();
CREATE TRIGGER contract_signature_no_change BEFORE UPDATE OR DELETE ON contract_signature FOR EACH ROW EXECUTE FUNCTION refuse_signed_change();
CREATE TRIGGER contract_signature_no_truncate BEFORE TRUNCATE ON contract_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_signed_change();
