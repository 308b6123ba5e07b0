-- Why: a moving debate is what happened in it, in order; what was acknowledged stays, and a seat is a number.
CREATE TABLE debate_room (
    id BLOB NOT NULL CONSTRAINT pk_debate_room PRIMARY KEY,
    debate_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    axis TEXT NOT NULL,
    doubt INTEGER NOT NULL,
    hall TEXT NOT NULL,
    last INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER NULL,
    CONSTRAINT fk_debate_room_debate_id FOREIGN KEY (debate_id) REFERENCES debate (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_debate_room_debate_id_number ON debate_room (debate_id, number);

CREATE TABLE room_seat (
    room_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    key_hash TEXT NOT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_room_seat PRIMARY KEY (room_id, number),
    CONSTRAINT fk_room_seat_room_id FOREIGN KEY (room_id) REFERENCES debate_room (id) ON DELETE RESTRICT
);

CREATE TABLE room_event (
    room_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seat INTEGER NULL,
    say TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_room_event PRIMARY KEY (room_id, number),
    CONSTRAINT fk_room_event_room_id FOREIGN KEY (room_id) REFERENCES debate_room (id) ON DELETE RESTRICT
);

CREATE TRIGGER room_event_no_update BEFORE UPDATE ON room_event BEGIN SELECT RAISE(ABORT, 'what happened in a room is append-only'); END;
CREATE TRIGGER room_event_no_delete BEFORE DELETE ON room_event BEGIN SELECT RAISE(ABORT, 'what happened in a room is append-only'); END;
