-- Why: two sides promise each other things; what both signed is kept as it was, and no side changes it alone.
CREATE TABLE contract (
    id BLOB NOT NULL CONSTRAINT pk_contract PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    project_id BLOB NULL,
    first_id BLOB NOT NULL,
    second_id BLOB NOT NULL,
    renews_id BLOB NULL,
    draft TEXT NOT NULL,
    reviews TEXT NOT NULL,
    breaches TEXT NOT NULL,
    ended_on TEXT NULL,
    end_note TEXT NOT NULL,
    version INTEGER NOT NULL,
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
    id BLOB NOT NULL CONSTRAINT pk_contract_version PRIMARY KEY,
    contract_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    text TEXT NOT NULL,
    hash TEXT NOT NULL,
    offered_at INTEGER NOT NULL,
    CONSTRAINT fk_contract_version_contract_id FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_contract_version_contract_id_number ON contract_version (contract_id, number);

CREATE TABLE contract_signature (
    version_id BLOB NOT NULL,
    side TEXT NOT NULL,
    signed_as TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    hash TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_contract_signature PRIMARY KEY (version_id, side),
    CONSTRAINT fk_contract_signature_version_id FOREIGN KEY (version_id) REFERENCES contract_version (id) ON DELETE RESTRICT
);

CREATE TABLE evidence (
    id BLOB NOT NULL CONSTRAINT pk_evidence PRIMARY KEY,
    contract_id BLOB NOT NULL,
    clause_id BLOB NOT NULL,
    what TEXT NOT NULL,
    day TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 0),
    removed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_evidence_contract_id FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE RESTRICT
);
CREATE INDEX ix_evidence_contract_id ON evidence (contract_id);

-- What was offered to sign and what was signed is never rewritten: an amendment is another version.
CREATE TRIGGER contract_version_no_update BEFORE UPDATE ON contract_version BEGIN SELECT RAISE(ABORT, 'signed texts are append-only'); END;
CREATE TRIGGER contract_version_no_delete BEFORE DELETE ON contract_version BEGIN SELECT RAISE(ABORT, 'signed texts are append-only'); END;
CREATE TRIGGER contract_signature_no_update BEFORE UPDATE ON contract_signature BEGIN SELECT RAISE(ABORT, 'signed texts are append-only'); END;
CREATE TRIGGER contract_signature_no_delete BEFORE DELETE ON contract_signature BEGIN SELECT RAISE(ABORT, 'signed texts are append-only'); END;
