-- Why: « is this still true? » is asked once of those who know, by paper, telephone or message; a mark of a contact, never the contact, tells who was asked lately and who asked to be left in peace.
CREATE TABLE campaign (
    id uuid NOT NULL CONSTRAINT pk_campaign PRIMARY KEY,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    filter text NOT NULL,
    secret text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NULL,
    version integer NOT NULL
);
CREATE INDEX ix_campaign_created_at ON campaign (created_at);

CREATE TABLE campaign_ask (
    id uuid NOT NULL CONSTRAINT pk_campaign_ask PRIMARY KEY,
    campaign_id uuid NOT NULL,
    code text NOT NULL,
    mark text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT fk_campaign_ask_campaign_id FOREIGN KEY (campaign_id) REFERENCES campaign (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_campaign_ask_code ON campaign_ask (code);
CREATE INDEX ix_campaign_ask_campaign_id_code ON campaign_ask (campaign_id, code);
CREATE INDEX ix_campaign_ask_created_at_mark ON campaign_ask (created_at, mark);

CREATE TABLE campaign_question (
    ask_id uuid NOT NULL,
    number integer NOT NULL,
    occasion_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NULL,
    channel text NULL,
    answered_at timestamp with time zone NULL,
    settled_at timestamp with time zone NULL,
    CONSTRAINT pk_campaign_question PRIMARY KEY (ask_id, number),
    CONSTRAINT fk_campaign_question_ask_id FOREIGN KEY (ask_id) REFERENCES campaign_ask (id) ON DELETE CASCADE,
    CONSTRAINT fk_campaign_question_occasion_id FOREIGN KEY (occasion_id) REFERENCES occasion (id) ON DELETE CASCADE
);
CREATE INDEX ix_campaign_question_occasion_id_asked_at ON campaign_question (occasion_id, asked_at);

CREATE TABLE campaign_stop (
    mark text NOT NULL CONSTRAINT pk_campaign_stop PRIMARY KEY,
    at timestamp with time zone NOT NULL
);

CREATE TABLE campaign_message (
    id uuid NOT NULL CONSTRAINT pk_campaign_message PRIMARY KEY,
    ask_id uuid NOT NULL,
    way text NOT NULL,
    home text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NULL,
    attempts integer NOT NULL,
    sent_at timestamp with time zone NULL,
    trouble text NOT NULL,
    CONSTRAINT fk_campaign_message_ask_id FOREIGN KEY (ask_id) REFERENCES campaign_ask (id) ON DELETE CASCADE
);
CREATE INDEX ix_campaign_message_next_at ON campaign_message (next_at);
CREATE UNIQUE INDEX ix_campaign_message_ask_id_way ON campaign_message (ask_id, way);
