-- Why: a moving debate is what happened in it, in order; what was acknowledged stays, and a seat is a number.
CREATE TABLE debate_room (
    id uuid NOT NULL CONSTRAINT pk_debate_room PRIMARY KEY,
    debate_id uuid NOT NULL,
    number integer NOT NULL,
    axis text NOT NULL,
    doubt boolean NOT NULL,
    hall text NOT NULL,
    last bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone NULL,
    CONSTRAINT fk_debate_room_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_debate_room_debate_id_number ON debate_room (debate_id, number);

CREATE TABLE room_seat (
    room_id uuid NOT NULL,
    number integer NOT NULL,
    key_hash text NOT NULL,
    channel text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_room_seat PRIMARY KEY (room_id, number),
    CONSTRAINT fk_room_seat_room_id FOREIGN KEY (room_id) REFERENCES debate_room (id) ON DELETE RESTRICT
);

CREATE TABLE room_event (
    room_id uuid NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    seat integer NULL,
    say text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_room_event PRIMARY KEY (room_id, number),
    CONSTRAINT fk_room_event_room_id FOREIGN KEY (room_id) REFERENCES debate_room (id) ON DELETE RESTRICT
);

CREATE FUNCTION refuse_room_event_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'what happened in a room is append-only'; END $$;
CREATE TRIGGER room_event_no_change BEFORE UPDATE OR DELETE ON room_event FOR EACH ROW EXECUTE FUNCTION refuse_room_event_change();
CREATE TRIGGER room_event_no_truncate BEFORE TRUNCATE ON room_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_room_event_change();
