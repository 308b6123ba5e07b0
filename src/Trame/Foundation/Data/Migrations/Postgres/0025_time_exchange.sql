-- Why: neighbours exchange hours one for one. A transfer is one row that takes from one account what it gives to another: the sum of all balances is zero whatever happens.
-- The database itself writes both sides, keeps the balances and refuses a change: what was exchanged is only ever compensated (R12), and no limit is passed by two who write at once.
CREATE TABLE time_bank (
    id uuid NOT NULL CONSTRAINT pk_time_bank PRIMARY KEY,
    name text NOT NULL,
    slug text NOT NULL,
    territory_id uuid NOT NULL,
    lead text NOT NULL,
    floor bigint NOT NULL CHECK (floor <= 0),
    ceiling bigint NOT NULL CHECK (ceiling > 0),
    welcome bigint NOT NULL CHECK (welcome >= 0 AND welcome <= ceiling),
    most bigint NOT NULL CHECK (most BETWEEN 1 AND 1440),
    often integer NOT NULL CHECK (often >= 1),
    often_weeks integer NOT NULL CHECK (often_weeks >= 1),
    opened_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT fk_time_bank_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_bank_slug ON time_bank (slug);
CREATE INDEX ix_time_bank_territory_id ON time_bank (territory_id);

CREATE TABLE time_account (
    id uuid NOT NULL CONSTRAINT pk_time_account PRIMARY KEY,
    bank_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    name text NOT NULL,
    code text NOT NULL,
    reach text NOT NULL,
    shown boolean NOT NULL,
    exempt_until date NULL,
    partner text NOT NULL,
    floor bigint NULL,
    ceiling bigint NULL,
    balance bigint NOT NULL,
    moves bigint NOT NULL,
    channel text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT ck_time_account_floor CHECK (floor IS NULL OR balance >= floor),
    CONSTRAINT ck_time_account_ceiling CHECK (ceiling IS NULL OR balance <= ceiling),
    CONSTRAINT ck_time_account_closed CHECK (state <> 'closed' OR balance = 0),
    CONSTRAINT fk_time_account_bank_id FOREIGN KEY (bank_id) REFERENCES time_bank (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_account_bank_id_number ON time_account (bank_id, number);
CREATE INDEX ix_time_account_code ON time_account (code);
CREATE INDEX ix_time_account_ended_at ON time_account (ended_at);

CREATE TABLE time_cheque (
    id uuid NOT NULL CONSTRAINT pk_time_cheque PRIMARY KEY,
    account_id uuid NOT NULL,
    number text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_time_cheque_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_cheque_number ON time_cheque (number);
CREATE INDEX ix_time_cheque_account_id ON time_cheque (account_id);

CREATE TABLE time_mandate (
    id uuid NOT NULL CONSTRAINT pk_time_mandate PRIMARY KEY,
    account_id uuid NOT NULL,
    acts text NOT NULL,
    most bigint NOT NULL CHECK (most > 0),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    evidence text NOT NULL,
    revoked_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT fk_time_mandate_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT
);
CREATE INDEX ix_time_mandate_account_id ON time_mandate (account_id);

CREATE TABLE time_transfer (
    id uuid NOT NULL CONSTRAINT pk_time_transfer PRIMARY KEY,
    bank_id uuid NOT NULL,
    exchange_id uuid NOT NULL,
    line integer NOT NULL,
    kind text NOT NULL,
    service text NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    minutes bigint NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    channel text NOT NULL,
    cheque_id uuid NULL,
    mandate_id uuid NULL,
    corrects_id uuid NULL,
    reason text NULL,
    fact_id uuid NULL,
    CONSTRAINT ck_time_transfer_minutes CHECK (minutes > 0 AND minutes <= 100000000 AND (kind NOT IN ('service', 'group') OR minutes <= 1440)),
    CONSTRAINT ck_time_transfer_sides CHECK (from_id <> to_id),
    CONSTRAINT fk_time_transfer_bank_id FOREIGN KEY (bank_id) REFERENCES time_bank (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_transfer_from_id FOREIGN KEY (from_id) REFERENCES time_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_transfer_to_id FOREIGN KEY (to_id) REFERENCES time_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_transfer_cheque_id FOREIGN KEY (cheque_id) REFERENCES time_cheque (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_transfer_mandate_id FOREIGN KEY (mandate_id) REFERENCES time_mandate (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_transfer_corrects_id FOREIGN KEY (corrects_id) REFERENCES time_transfer (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_transfer_exchange_id_line ON time_transfer (exchange_id, line);
CREATE UNIQUE INDEX ix_time_transfer_cheque_id ON time_transfer (cheque_id);
CREATE UNIQUE INDEX ix_time_transfer_corrects_id ON time_transfer (corrects_id);
CREATE INDEX ix_time_transfer_bank_id_at ON time_transfer (bank_id, at);
CREATE INDEX ix_time_transfer_from_id_day ON time_transfer (from_id, day);
CREATE INDEX ix_time_transfer_to_id_day ON time_transfer (to_id, day);
CREATE INDEX ix_time_transfer_mandate_id ON time_transfer (mandate_id);

CREATE TABLE time_entry (
    account_id uuid NOT NULL,
    position bigint NOT NULL,
    transfer_id uuid NOT NULL,
    minutes bigint NOT NULL,
    balance bigint NOT NULL,
    CONSTRAINT pk_time_entry PRIMARY KEY (account_id, position),
    CONSTRAINT fk_time_entry_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_entry_transfer_id FOREIGN KEY (transfer_id) REFERENCES time_transfer (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_entry_transfer_id_account_id ON time_entry (transfer_id, account_id);

CREATE TABLE time_clearing (
    id uuid NOT NULL CONSTRAINT pk_time_clearing PRIMARY KEY,
    account_id uuid NOT NULL,
    from_id uuid NOT NULL,
    number integer NOT NULL,
    minutes bigint NOT NULL CHECK (minutes > 0),
    service text NOT NULL,
    day date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone NULL,
    refused text NULL,
    version integer NOT NULL,
    CONSTRAINT fk_time_clearing_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_clearing_from_id FOREIGN KEY (from_id) REFERENCES time_account (id) ON DELETE RESTRICT
);
CREATE INDEX ix_time_clearing_account_id ON time_clearing (account_id);
CREATE INDEX ix_time_clearing_from_id ON time_clearing (from_id);
CREATE INDEX ix_time_clearing_settled_at ON time_clearing (settled_at);

CREATE FUNCTION refuse_hours_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'hours are append-only'; END $$;

CREATE FUNCTION time_account_starts_at_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.balance <> 0 OR NEW.moves <> 0 THEN RAISE EXCEPTION 'an account starts at zero'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER time_account_starts_at_zero BEFORE INSERT ON time_account FOR EACH ROW EXECUTE FUNCTION time_account_starts_at_zero();

CREATE FUNCTION time_account_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.moves <> OLD.moves + 1 OR NOT EXISTS (SELECT 1 FROM time_entry WHERE account_id = NEW.id AND position = NEW.moves AND balance = NEW.balance) THEN RAISE EXCEPTION 'a balance follows its entries'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER time_account_follows BEFORE UPDATE OF balance, moves ON time_account FOR EACH ROW EXECUTE FUNCTION time_account_follows();
CREATE TRIGGER time_account_stays BEFORE DELETE ON time_account FOR EACH ROW EXECUTE FUNCTION refuse_hours_change();
CREATE TRIGGER time_account_no_truncate BEFORE TRUNCATE ON time_account FOR EACH STATEMENT EXECUTE FUNCTION refuse_hours_change();

-- Both accounts are locked in the same order by whoever writes: two transfers that cross wait for each other, and none is lost.
CREATE FUNCTION time_transfer_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM time_account WHERE id IN (NEW.from_id, NEW.to_id) ORDER BY id FOR UPDATE;
    IF 2 <> (SELECT count(*) FROM time_account WHERE id IN (NEW.from_id, NEW.to_id) AND bank_id = NEW.bank_id AND state <> 'closed') THEN RAISE EXCEPTION 'both accounts are open in this bank'; END IF;
    IF NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM time_transfer WHERE id = NEW.corrects_id AND from_id = NEW.to_id AND to_id = NEW.from_id AND minutes = NEW.minutes) THEN RAISE EXCEPTION 'a correction mirrors what it corrects'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER time_transfer_holds BEFORE INSERT ON time_transfer FOR EACH ROW EXECUTE FUNCTION time_transfer_holds();

CREATE FUNCTION time_transfer_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO time_entry (account_id, position, transfer_id, minutes, balance)
        SELECT id, moves + 1, NEW.id, CASE WHEN id = NEW.from_id THEN -NEW.minutes ELSE NEW.minutes END, balance + CASE WHEN id = NEW.from_id THEN -NEW.minutes ELSE NEW.minutes END
        FROM time_account WHERE id IN (NEW.from_id, NEW.to_id);
    UPDATE time_account SET balance = balance + CASE WHEN id = NEW.from_id THEN -NEW.minutes ELSE NEW.minutes END, moves = moves + 1 WHERE id IN (NEW.from_id, NEW.to_id);
    RETURN NULL;
END $$;
CREATE TRIGGER time_transfer_posts AFTER INSERT ON time_transfer FOR EACH ROW EXECUTE FUNCTION time_transfer_posts();
CREATE TRIGGER time_transfer_no_change BEFORE UPDATE OR DELETE ON time_transfer FOR EACH ROW EXECUTE FUNCTION refuse_hours_change();
CREATE TRIGGER time_transfer_no_truncate BEFORE TRUNCATE ON time_transfer FOR EACH STATEMENT EXECUTE FUNCTION refuse_hours_change();

CREATE FUNCTION time_entry_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM time_transfer t JOIN time_account a ON a.id = NEW.account_id
        WHERE t.id = NEW.transfer_id AND ((t.from_id = a.id AND NEW.minutes = -t.minutes) OR (t.to_id = a.id AND NEW.minutes = t.minutes)) AND NEW.position = a.moves + 1 AND NEW.balance = a.balance + NEW.minutes)
    THEN RAISE EXCEPTION 'an entry is a side of its transfer'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER time_entry_holds BEFORE INSERT ON time_entry FOR EACH ROW EXECUTE FUNCTION time_entry_holds();
CREATE TRIGGER time_entry_no_change BEFORE UPDATE OR DELETE ON time_entry FOR EACH ROW EXECUTE FUNCTION refuse_hours_change();
CREATE TRIGGER time_entry_no_truncate BEFORE TRUNCATE ON time_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_hours_change();
