-- Why: partners' programs propose or write under a token of which only the hash is kept; addresses are told of facts through an outbox that is written in the transaction of the fact.
CREATE TABLE partner_token (
    id BLOB NOT NULL CONSTRAINT pk_partner_token PRIMARY KEY,
    partner TEXT NOT NULL CHECK (length(partner) BETWEEN 1 AND 150),
    scope TEXT NOT NULL,
    hash TEXT NOT NULL,
    hint TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    revoked_at INTEGER NULL,
    used_at INTEGER NULL
);
CREATE UNIQUE INDEX ix_partner_token_hash ON partner_token (hash);

CREATE TABLE webhook (
    id BLOB NOT NULL CONSTRAINT pk_webhook PRIMARY KEY,
    partner TEXT NOT NULL,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER NULL
);

CREATE TABLE webhook_message (
    id BLOB NOT NULL CONSTRAINT pk_webhook_message PRIMARY KEY,
    webhook_id BLOB NOT NULL,
    fact_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    next_at INTEGER NULL,
    attempts INTEGER NOT NULL,
    received_at INTEGER NULL,
    answer TEXT NOT NULL,
    CONSTRAINT fk_webhook_message_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE
);
CREATE INDEX ix_webhook_message_next_at ON webhook_message (next_at);
CREATE INDEX ix_webhook_message_webhook_id_created_at ON webhook_message (webhook_id, created_at);
CREATE INDEX ix_webhook_message_created_at ON webhook_message (created_at);
