-- Why: a talking circle keeps its rounds, their length and what all agreed, and nothing of who spoke.
CREATE TABLE talking_circle (
    id uuid NOT NULL CONSTRAINT pk_talking_circle PRIMARY KEY,
    debate_id uuid NOT NULL,
    number integer NOT NULL,
    seats integer NOT NULL,
    holder integer NOT NULL,
    spoke integer NOT NULL,
    rounds text NOT NULL,
    outputs text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    round_started_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_talking_circle_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_talking_circle_debate_id_number ON talking_circle (debate_id, number);
