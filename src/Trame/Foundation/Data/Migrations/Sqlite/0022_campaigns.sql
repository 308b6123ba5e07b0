-- Why: « is this still true? » is asked once of those who know, by paper, telephone or message; a mark of a contact, never the contact, tells who was asked lately and who asked to be left in peace.
CREATE TABLE campaign (
    id BLOB NOT NULL CONSTRAINT pk_campaign PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    filter TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_campaign_created_at ON campaign (created_at);

CREATE TABLE campaign_ask (
    id BLOB NOT NULL CONSTRAINT pk_campaign_ask PRIMARY KEY,
    campaign_id BLOB NOT NULL,
    code TEXT NOT NULL,
    mark TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT fk_campaign_ask_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_campaign_ask_code ON campaign_ask (code);
CREATE INDEX ix_campaign_ask_campaign_id_code ON campaign_ask (campaign_id, code);
CREATE INDEX ix_campaign_ask_created_at_mark ON campaign_ask (created_at, mark);

CREATE TABLE campaign_question (
    ask_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    occasion_id BLOB NOT NULL,
    asked_at INTEGER NOT NULL,
    answer TEXT NULL,
    channel TEXT NULL,
    answered_at INTEGER NULL,
    settled_at INTEGER NULL,
    CONSTRAINT pk_campaign_question PRIMARY KEY (ask_id, number),
    CONSTRAINT fk_campaign_question_ask_id FOREIGN KEY (ask_id) REFERENCES campaign_ask (id) ON DELETE CASCADE,
    CONSTRAINT fk_campaign_question_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE
);
CREATE INDEX ix_campaign_question_occasion_id_asked_at ON campaign_question (occasion_id, asked_at);

CREATE TABLE campaign_stop (
    mark TEXT NOT NULL CONSTRAINT pk_campaign_stop PRIMARY KEY,
    at INTEGER NOT NULL
);

CREATE TABLE campaign_message (
    id BLOB NOT NULL CONSTRAINT pk_campaign_message PRIMARY KEY,
    ask_id BLOB NOT NULL,
    way TEXT NOT NULL,
    home TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_at INTEGER NULL,
    attempts INTEGER NOT NULL,
    sent_at INTEGER NULL,
    trouble TEXT NOT NULL,
    CONSTRAINT fk_campaign_message_ask_id FOREIGN KEY (ask_id) REFERENCES campaign_ask (id) ON DELETE CASCADE
);
CREATE INDEX ix_campaign_message_next_at ON campaign_message (next_at);
CREATE UNIQUE INDEX ix_campaign_message_ask_id_way ON campaign_message (ask_id, way);
