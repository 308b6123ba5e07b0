-- Why: partners' programs propose or write under a token of which only the hash is kept; addresses are told of facts through an outbox that is written in the transaction of the fact.
CREATE TABLE partner_token (
    id uuid NOT NULL CONSTRAINT pk_partner_token PRIMARY KEY,
    partner text NOT NULL CHECK (char_length(partner) BETWEEN 1 AND 150),
    scope text NOT NULL,
    hash text NOT NULL,
    hint text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone NULL,
    used_at timestamp with time zone NULL
);
CREATE UNIQUE INDEX ix_partner_token_hash ON partner_token (hash);

CREATE TABLE webhook (
    id uuid NOT NULL CONSTRAINT pk_webhook PRIMARY KEY,
    partner text NOT NULL,
    url text NOT NULL,
    kinds text NOT NULL,
    secret text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NULL
);

CREATE TABLE webhook_message (
    id uuid NOT NULL CONSTRAINT pk_webhook_message PRIMARY KEY,
    webhook_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NULL,
    attempts integer NOT NULL,
    received_at timestamp with time zone NULL,
    answer text NOT NULL,
    CONSTRAINT fk_webhook_message_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE
);
CREATE INDEX ix_webhook_message_next_at ON webhook_message (next_at);
CREATE INDEX ix_webhook_message_webhook_id_created_at ON webhook_message (webhook_id, created_at);
CREATE INDEX ix_webhook_message_created_at ON webhook_message (created_at);
