-- Why: a dispositif under way keeps its phase, its papers, its seats, its money, and the rules it began with.
CREATE TABLE dispositif_run (
    id uuid NOT NULL,
    key text NOT NULL,
    rules text NOT NULL,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    started_on date NOT NULL,
    phase text NOT NULL,
    phase_since date NOT NULL,
    extended text NOT NULL,
    documents text NOT NULL,
    seats text NOT NULL,
    amounts text NOT NULL,
    ended_on date,
    end_note text NOT NULL,
    stopped boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_dispositif_run PRIMARY KEY (id),
    CONSTRAINT fk_dispositif_run_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_dispositif_run_slug ON dispositif_run (slug);
CREATE INDEX ix_dispositif_run_territory_id ON dispositif_run (territory_id);
