-- Why: a place lives: rooms, machines and plots are booked, hosts open in turn, tools are lent, members give what they can. Two bookings of the same thing never meet: the database refuses the second.
CREATE TABLE place_life (
    place_id BLOB NOT NULL CONSTRAINT pk_place_life PRIMARY KEY,
    rules TEXT NOT NULL,
    solidarity INTEGER NOT NULL CHECK (solidarity >= 0),
    usual INTEGER NOT NULL CHECK (usual >= 0),
    support INTEGER NOT NULL CHECK (support >= 0),
    version INTEGER NOT NULL,
    CONSTRAINT fk_place_life_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);

CREATE TABLE shared_space (
    id BLOB NOT NULL CONSTRAINT pk_shared_space PRIMARY KEY,
    place_id BLOB NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats >= 1),
    deposit INTEGER NOT NULL CHECK (deposit >= 0),
    needs_training INTEGER NOT NULL,
    quiet_from TEXT NULL,
    quiet_to TEXT NULL,
    most_hours INTEGER NOT NULL CHECK (most_hours BETWEEN 1 AND 24),
    terms TEXT NOT NULL,
    retired INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_shared_space_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shared_space_place_id ON shared_space (place_id);

CREATE TABLE booking (
    id BLOB NOT NULL CONSTRAINT pk_booking PRIMARY KEY,
    space_id BLOB NOT NULL,
    series_id BLOB NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    deposit TEXT NOT NULL,
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    code TEXT NOT NULL,
    channel TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    came INTEGER NULL CHECK (came >= 0),
    version INTEGER NOT NULL,
    CONSTRAINT ck_booking_times CHECK (ends_at > starts_at),
    CONSTRAINT fk_booking_space_id FOREIGN KEY (space_id) REFERENCES shared_space (id) ON DELETE RESTRICT
);
CREATE INDEX ix_booking_space_id_starts_at ON booking (space_id, starts_at);
CREATE INDEX ix_booking_code ON booking (code);
CREATE INDEX ix_booking_ends_at ON booking (ends_at);

CREATE TABLE space_training (
    id BLOB NOT NULL CONSTRAINT pk_space_training PRIMARY KEY,
    space_id BLOB NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    given_on TEXT NOT NULL,
    CONSTRAINT fk_space_training_space_id FOREIGN KEY (space_id) REFERENCES shared_space (id) ON DELETE RESTRICT
);
CREATE INDEX ix_space_training_space_id_code ON space_training (space_id, code);
CREATE INDEX ix_space_training_given_on ON space_training (given_on);

CREATE TABLE opening (
    id BLOB NOT NULL CONSTRAINT pk_opening PRIMARY KEY,
    place_id BLOB NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    hosts_needed INTEGER NOT NULL CHECK (hosts_needed >= 1),
    hosts TEXT NOT NULL,
    door_code TEXT NOT NULL,
    tapped INTEGER NOT NULL CHECK (tapped >= 0),
    marginals TEXT NOT NULL,
    came INTEGER NULL CHECK (came >= 0),
    fact_id BLOB NULL,
    cancelled_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT ck_opening_times CHECK (ends_at > starts_at),
    CONSTRAINT fk_opening_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_opening_place_id_starts_at ON opening (place_id, starts_at);
CREATE UNIQUE INDEX ix_opening_door_code ON opening (door_code);
CREATE INDEX ix_opening_ends_at ON opening (ends_at);

CREATE TABLE place_membership (
    id BLOB NOT NULL CONSTRAINT pk_place_membership PRIMARY KEY,
    place_id BLOB NOT NULL,
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    price TEXT NOT NULL,
    paid INTEGER NOT NULL CHECK (paid >= 0),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    ended_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_place_membership_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_place_membership_place_id_ends_on ON place_membership (place_id, ends_on);
CREATE INDEX ix_place_membership_ends_on ON place_membership (ends_on);

CREATE TABLE budget_line (
    id BLOB NOT NULL CONSTRAINT pk_budget_line PRIMARY KEY,
    place_id BLOB NOT NULL,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    what TEXT NOT NULL,
    cents INTEGER NOT NULL CHECK (cents <> 0),
    removed_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_budget_line_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_budget_line_place_id_day ON budget_line (place_id, day);

CREATE TABLE shared_tool (
    id BLOB NOT NULL CONSTRAINT pk_shared_tool PRIMARY KEY,
    place_id BLOB NOT NULL,
    name TEXT NOT NULL,
    stock INTEGER NOT NULL CHECK (stock >= 0),
    lent INTEGER NOT NULL,
    deposit INTEGER NOT NULL CHECK (deposit >= 0),
    version INTEGER NOT NULL,
    CONSTRAINT ck_shared_tool_lent CHECK (lent >= 0 AND lent <= stock),
    CONSTRAINT fk_shared_tool_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shared_tool_place_id ON shared_tool (place_id);

CREATE TABLE tool_loan (
    id BLOB NOT NULL CONSTRAINT pk_tool_loan PRIMARY KEY,
    tool_id BLOB NOT NULL,
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    lent_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    returned_on TEXT NULL,
    broken INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_tool_loan_tool_id FOREIGN KEY (tool_id) REFERENCES shared_tool (id) ON DELETE RESTRICT
);
CREATE INDEX ix_tool_loan_tool_id ON tool_loan (tool_id);
CREATE INDEX ix_tool_loan_returned_on ON tool_loan (returned_on);

CREATE TABLE place_incident (
    id BLOB NOT NULL CONSTRAINT pk_place_incident PRIMARY KEY,
    place_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    answer TEXT NOT NULL,
    settled_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_place_incident_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_place_incident_place_id_told_at ON place_incident (place_id, told_at);
CREATE INDEX ix_place_incident_told_at ON place_incident (told_at);

CREATE TRIGGER booking_meets_none BEFORE INSERT ON booking
WHEN NEW.state IN ('booked', 'held') AND EXISTS (SELECT 1 FROM booking WHERE space_id = NEW.space_id AND id <> NEW.id AND state IN ('booked', 'held') AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'two bookings never meet'); END;
CREATE TRIGGER booking_still_meets_none BEFORE UPDATE ON booking
WHEN NEW.state IN ('booked', 'held') AND EXISTS (SELECT 1 FROM booking WHERE space_id = NEW.space_id AND id <> NEW.id AND state IN ('booked', 'held') AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'two bookings never meet'); END;
