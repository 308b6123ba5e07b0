-- Why: a dispositif under way keeps its phase, its papers, its seats, its money, and the rules it began with.
CREATE TABLE dispositif_run (
    id BLOB NOT NULL CONSTRAINT pk_dispositif_run PRIMARY KEY,
    "key" TEXT NOT NULL,
    rules TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    started_on TEXT NOT NULL,
    phase TEXT NOT NULL,
    phase_since TEXT NOT NULL,
    extended TEXT NOT NULL,
    documents TEXT NOT NULL,
    seats TEXT NOT NULL,
    amounts TEXT NOT NULL,
    ended_on TEXT NULL,
    end_note TEXT NOT NULL,
    stopped INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_dispositif_run_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_dispositif_run_slug ON dispositif_run (slug);
CREATE INDEX ix_dispositif_run_territory_id ON dispositif_run (territory_id);
