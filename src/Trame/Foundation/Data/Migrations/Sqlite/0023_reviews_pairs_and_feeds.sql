-- Why: a long review is done outside the request and survives a restart; two places that resemble each other and are two are remembered as such; calendars of others are followed.
CREATE TABLE import_review (
    import_id BLOB NOT NULL CONSTRAINT pk_import_review PRIMARY KEY,
    asked_at INTEGER NOT NULL,
    begun_at INTEGER NULL,
    told_at INTEGER NULL,
    part REAL NOT NULL,
    rows INTEGER NOT NULL,
    cancelled_at INTEGER NULL,
    trouble TEXT NOT NULL,
    CONSTRAINT fk_import_review_import_id FOREIGN KEY (import_id) REFERENCES place_import (id) ON DELETE CASCADE
);

CREATE TABLE apart_places (
    first_id BLOB NOT NULL,
    second_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_apart_places PRIMARY KEY (first_id, second_id),
    CONSTRAINT fk_apart_places_first_id FOREIGN KEY (first_id) REFERENCES occasion (id) ON DELETE CASCADE,
    CONSTRAINT fk_apart_places_second_id FOREIGN KEY (second_id) REFERENCES occasion (id) ON DELETE CASCADE
);
CREATE INDEX ix_apart_places_second_id ON apart_places (second_id);

-- Others' calendars, read once or every night, and which moment each of their events is.
CREATE TABLE calendar_feed (
    id BLOB NOT NULL CONSTRAINT pk_calendar_feed PRIMARY KEY,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    state TEXT NOT NULL,
    packed BLOB NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    counts TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    checked_at INTEGER NULL,
    changed_at INTEGER NULL,
    trouble TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_calendar_feed_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE INDEX ix_calendar_feed_territory_id ON calendar_feed (territory_id);
CREATE INDEX ix_calendar_feed_created_at ON calendar_feed (created_at);

CREATE TABLE feed_moment (
    feed_id BLOB NOT NULL,
    uid TEXT NOT NULL,
    moment_id BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    vanished_at INTEGER NULL,
    CONSTRAINT pk_feed_moment PRIMARY KEY (feed_id, uid),
    CONSTRAINT fk_feed_moment_feed_id FOREIGN KEY (feed_id) REFERENCES calendar_feed (id) ON DELETE CASCADE,
    CONSTRAINT fk_feed_moment_moment_id FOREIGN KEY (moment_id) REFERENCES occasion (id) ON DELETE CASCADE
);
CREATE INDEX ix_feed_moment_moment_id ON feed_moment (moment_id);

-- The same request of a partner's program, sent twice under one key, is heard once.
CREATE TABLE partner_answer (
    token_id BLOB NOT NULL,
    "key" TEXT NOT NULL,
    asked TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    location TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_partner_answer PRIMARY KEY (token_id, "key"),
    CONSTRAINT fk_partner_answer_token_id FOREIGN KEY (token_id) REFERENCES partner_token (id) ON DELETE CASCADE
);
CREATE INDEX ix_partner_answer_created_at ON partner_answer (created_at);
