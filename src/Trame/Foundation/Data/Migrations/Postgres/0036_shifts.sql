-- Why: hands are wanted at a time, and somebody lends one: places that never exceed what is wanted, a waiting list, no account.
CREATE TABLE shift (
    id uuid NOT NULL CONSTRAINT pk_shift PRIMARY KEY,
    occasion_id uuid NOT NULL,
    name text NOT NULL,
    what text NOT NULL,
    day date NOT NULL,
    starts_at time without time zone NOT NULL,
    minutes integer NOT NULL CHECK (minutes > 0),
    wanted integer NOT NULL,
    taken integer NOT NULL CHECK (taken >= 0 AND taken <= wanted),
    with_children boolean NOT NULL,
    seated boolean NOT NULL,
    cancelled text NOT NULL,
    fact_id uuid NULL,
    version integer NOT NULL,
    CONSTRAINT fk_shift_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shift_occasion_id_day ON shift (occasion_id, day);
CREATE INDEX ix_shift_day ON shift (day);

CREATE TABLE shift_hand (
    id uuid NOT NULL CONSTRAINT pk_shift_hand PRIMARY KEY,
    shift_id uuid NOT NULL,
    name text NOT NULL,
    way text NOT NULL,
    reach text NOT NULL,
    waits boolean NOT NULL,
    channel text NOT NULL,
    code text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone NULL,
    left_at timestamp with time zone NULL,
    came boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_shift_hand_shift_id FOREIGN KEY (shift_id) REFERENCES shift (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shift_hand_shift_id_signed_at ON shift_hand (shift_id, signed_at);
CREATE UNIQUE INDEX ix_shift_hand_code ON shift_hand (code);
