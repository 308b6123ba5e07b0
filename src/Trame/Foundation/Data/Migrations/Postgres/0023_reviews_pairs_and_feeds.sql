-- Why: a long review is done outside the request and survives a restart; two places that resemble each other and are two are remembered as such; calendars of others are followed.
CREATE TABLE import_review (
    import_id uuid NOT NULL CONSTRAINT pk_import_review PRIMARY KEY,
    asked_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone NULL,
    told_at timestamp with time zone NULL,
    part double precision NOT NULL,
    rows integer NOT NULL,
    cancelled_at timestamp with time zone NULL,
    trouble text NOT NULL,
    CONSTRAINT fk_import_review_import_id FOREIGN KEY (import_id) REFERENCES place_import (id) ON DELETE CASCADE
);

CREATE TABLE apart_places (
    first_id uuid NOT NULL,
    second_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_apart_places PRIMARY KEY (first_id, second_id),
    CONSTRAINT fk_apart_places_first_id FOREIGN KEY (first_id) REFERENCES occasion (id) ON DELETE CASCADE,
    CONSTRAINT fk_apart_places_second_id FOREIGN KEY (second_id) REFERENCES occasion (id) ON DELETE CASCADE
);
CREATE INDEX ix_apart_places_second_id ON apart_places (second_id);

-- Others' calendars, read once or every night, and which moment each of their events is.
CREATE TABLE calendar_feed (
    id uuid NOT NULL CONSTRAINT pk_calendar_feed PRIMARY KEY,
    url text NOT NULL,
    source text NOT NULL,
    territory_id uuid NOT NULL,
    state text NOT NULL,
    packed bytea NOT NULL,
    etag text NOT NULL,
    modified text NOT NULL,
    counts text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone NULL,
    changed_at timestamp with time zone NULL,
    trouble text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_calendar_feed_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE INDEX ix_calendar_feed_territory_id ON calendar_feed (territory_id);
CREATE INDEX ix_calendar_feed_created_at ON calendar_feed (created_at);

CREATE TABLE feed_moment (
    feed_id uuid NOT NULL,
    uid text NOT NULL,
    moment_id uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    vanished_at timestamp with time zone NULL,
    CONSTRAINT pk_feed_moment PRIMARY KEY (feed_id, uid),
    CONSTRAINT fk_feed_moment_feed_id FOREIGN KEY (feed_id) REFERENCES calendar_feed (id) ON DELETE CASCADE,
    CONSTRAINT fk_feed_moment_moment_id FOREIGN KEY (moment_id) REFERENCES occasion (id) ON DELETE CASCADE
);
CREATE INDEX ix_feed_moment_moment_id ON feed_moment (moment_id);

-- The same request of a partner's program, sent twice under one key, is heard once.
CREATE TABLE partner_answer (
    token_id uuid NOT NULL,
    "key" text NOT NULL,
    asked text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    location text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_partner_answer PRIMARY KEY (token_id, "key"),
    CONSTRAINT fk_partner_answer_token_id FOREIGN KEY (token_id) REFERENCES partner_token (id) ON DELETE CASCADE
);
CREATE INDEX ix_partner_answer_created_at ON partner_answer (created_at);
