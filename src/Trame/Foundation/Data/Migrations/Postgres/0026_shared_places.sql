-- Why: a place lives: rooms, machines and plots are booked, hosts open in turn, tools are lent, members give what they can. Two bookings of the same thing never meet: the database refuses the second.
CREATE TABLE place_life (
    place_id uuid NOT NULL CONSTRAINT pk_place_life PRIMARY KEY,
    rules text NOT NULL,
    solidarity bigint NOT NULL CHECK (solidarity >= 0),
    usual bigint NOT NULL CHECK (usual >= 0),
    support bigint NOT NULL CHECK (support >= 0),
    version integer NOT NULL,
    CONSTRAINT fk_place_life_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);

CREATE TABLE shared_space (
    id uuid NOT NULL CONSTRAINT pk_shared_space PRIMARY KEY,
    place_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    seats integer NOT NULL CHECK (seats >= 1),
    deposit bigint NOT NULL CHECK (deposit >= 0),
    needs_training boolean NOT NULL,
    quiet_from time without time zone NULL,
    quiet_to time without time zone NULL,
    most_hours integer NOT NULL CHECK (most_hours BETWEEN 1 AND 24),
    terms text NOT NULL,
    retired boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_shared_space_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shared_space_place_id ON shared_space (place_id);

CREATE TABLE booking (
    id uuid NOT NULL CONSTRAINT pk_booking PRIMARY KEY,
    space_id uuid NOT NULL,
    series_id uuid NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    deposit text NOT NULL,
    name text NOT NULL,
    reach text NOT NULL,
    code text NOT NULL,
    channel text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    came integer NULL CHECK (came >= 0),
    version integer NOT NULL,
    CONSTRAINT ck_booking_times CHECK (ends_at > starts_at),
    CONSTRAINT fk_booking_space_id FOREIGN KEY (space_id) REFERENCES shared_space (id) ON DELETE RESTRICT
);
CREATE INDEX ix_booking_space_id_starts_at ON booking (space_id, starts_at);
CREATE INDEX ix_booking_code ON booking (code);
CREATE INDEX ix_booking_ends_at ON booking (ends_at);

CREATE TABLE space_training (
    id uuid NOT NULL CONSTRAINT pk_space_training PRIMARY KEY,
    space_id uuid NOT NULL,
    name text NOT NULL,
    code text NOT NULL,
    given_on date NOT NULL,
    CONSTRAINT fk_space_training_space_id FOREIGN KEY (space_id) REFERENCES shared_space (id) ON DELETE RESTRICT
);
CREATE INDEX ix_space_training_space_id_code ON space_training (space_id, code);
CREATE INDEX ix_space_training_given_on ON space_training (given_on);

CREATE TABLE opening (
    id uuid NOT NULL CONSTRAINT pk_opening PRIMARY KEY,
    place_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    hosts_needed integer NOT NULL CHECK (hosts_needed >= 1),
    hosts text NOT NULL,
    door_code text NOT NULL,
    tapped integer NOT NULL CHECK (tapped >= 0),
    marginals text NOT NULL,
    came integer NULL CHECK (came >= 0),
    fact_id uuid NULL,
    cancelled_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT ck_opening_times CHECK (ends_at > starts_at),
    CONSTRAINT fk_opening_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_opening_place_id_starts_at ON opening (place_id, starts_at);
CREATE UNIQUE INDEX ix_opening_door_code ON opening (door_code);
CREATE INDEX ix_opening_ends_at ON opening (ends_at);

CREATE TABLE place_membership (
    id uuid NOT NULL CONSTRAINT pk_place_membership PRIMARY KEY,
    place_id uuid NOT NULL,
    name text NOT NULL,
    reach text NOT NULL,
    price text NOT NULL,
    paid bigint NOT NULL CHECK (paid >= 0),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    ended_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_place_membership_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_place_membership_place_id_ends_on ON place_membership (place_id, ends_on);
CREATE INDEX ix_place_membership_ends_on ON place_membership (ends_on);

CREATE TABLE budget_line (
    id uuid NOT NULL CONSTRAINT pk_budget_line PRIMARY KEY,
    place_id uuid NOT NULL,
    day date NOT NULL,
    source text NOT NULL,
    what text NOT NULL,
    cents bigint NOT NULL CHECK (cents <> 0),
    removed_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_budget_line_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_budget_line_place_id_day ON budget_line (place_id, day);

CREATE TABLE shared_tool (
    id uuid NOT NULL CONSTRAINT pk_shared_tool PRIMARY KEY,
    place_id uuid NOT NULL,
    name text NOT NULL,
    stock integer NOT NULL CHECK (stock >= 0),
    lent integer NOT NULL,
    deposit bigint NOT NULL CHECK (deposit >= 0),
    version integer NOT NULL,
    CONSTRAINT ck_shared_tool_lent CHECK (lent >= 0 AND lent <= stock),
    CONSTRAINT fk_shared_tool_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_shared_tool_place_id ON shared_tool (place_id);

CREATE TABLE tool_loan (
    id uuid NOT NULL CONSTRAINT pk_tool_loan PRIMARY KEY,
    tool_id uuid NOT NULL,
    name text NOT NULL,
    reach text NOT NULL,
    lent_on date NOT NULL,
    due_on date NOT NULL,
    returned_on date NULL,
    broken boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_tool_loan_tool_id FOREIGN KEY (tool_id) REFERENCES shared_tool (id) ON DELETE RESTRICT
);
CREATE INDEX ix_tool_loan_tool_id ON tool_loan (tool_id);
CREATE INDEX ix_tool_loan_returned_on ON tool_loan (returned_on);

CREATE TABLE place_incident (
    id uuid NOT NULL CONSTRAINT pk_place_incident PRIMARY KEY,
    place_id uuid NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    settled_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_place_incident_place_id FOREIGN KEY (place_id) REFERENCES occasion (id) ON DELETE RESTRICT
);
CREATE INDEX ix_place_incident_place_id_told_at ON place_incident (place_id, told_at);
CREATE INDEX ix_place_incident_told_at ON place_incident (told_at);

-- Whoever books holds the thing booked while it is written: of two at the same millisecond, the second sees the first.
CREATE FUNCTION booking_meets_none() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state IN ('booked', 'held') THEN
        PERFORM 1 FROM shared_space WHERE id = NEW.space_id FOR UPDATE;
        IF EXISTS (SELECT 1 FROM booking WHERE space_id = NEW.space_id AND id <> NEW.id AND state IN ('booked', 'held') AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at) THEN RAISE EXCEPTION 'two bookings never meet'; END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER booking_meets_none BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION booking_meets_none();
