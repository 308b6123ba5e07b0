-- Why: hands are wanted at a time, and somebody lends one: places that never exceed what is wanted, a waiting list, no account.
CREATE TABLE shift (
    id BLOB NOT NULL CONSTRAINT pk_shift PRIMARY KEY,
    occasion_id BLOB NOT NULL,
    name TEXT NOT NULL,
    what TEXT NOT NULL,
    day TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    wanted INTEGER NOT NULL,
    taken INTEGER NOT NULL CHECK (taken >= 0 AND taken <= wanted),
    with_children INTEGER NOT NULL,
    seated INTEGER NOT NULL,
    cancelled TEXT NOT NULL,
    fact_id BLOB NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_shift_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shift_occasion_id_day ON shift (occasion_id, day);
CREATE INDEX ix_shift_day ON shift (day);

CREATE TABLE shift_hand (
    id BLOB NOT NULL CONSTRAINT pk_shift_hand PRIMARY KEY,
    shift_id BLOB NOT NULL,
    name TEXT NOT NULL,
    way TEXT NOT NULL,
    reach TEXT NOT NULL,
    waits INTEGER NOT NULL,
    channel TEXT NOT NULL,
    code TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    reminded_at INTEGER NULL,
    left_at INTEGER NULL,
    came INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_shift_hand_shift_id FOREIGN KEY (shift_id) REFERENCES shift (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shift_hand_shift_id_signed_at ON shift_hand (shift_id, signed_at);
CREATE UNIQUE INDEX ix_shift_hand_code ON shift_hand (code);
