-- Why: neighbours exchange hours one for one. A transfer is one row that takes from one account what it gives to another: the sum of all balances is zero whatever happens.
-- The database itself writes both sides, keeps the balances and refuses a change: what was exchanged is only ever compensated (R12), and no limit is passed by two who write at once.
CREATE TABLE time_bank (
    id BLOB NOT NULL CONSTRAINT pk_time_bank PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    territory_id BLOB NOT NULL,
    lead TEXT NOT NULL,
    floor INTEGER NOT NULL CHECK (floor <= 0),
    ceiling INTEGER NOT NULL CHECK (ceiling > 0),
    welcome INTEGER NOT NULL CHECK (welcome >= 0 AND welcome <= ceiling),
    most INTEGER NOT NULL CHECK (most BETWEEN 1 AND 1440),
    often INTEGER NOT NULL CHECK (often >= 1),
    often_weeks INTEGER NOT NULL CHECK (often_weeks >= 1),
    opened_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_time_bank_territory_id FOREIGN KEY (territory_id) REFERENCES territory (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_bank_slug ON time_bank (slug);
CREATE INDEX ix_time_bank_territory_id ON time_bank (territory_id);

CREATE TABLE time_account (
    id BLOB NOT NULL CONSTRAINT pk_time_account PRIMARY KEY,
    bank_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    reach TEXT NOT NULL,
    shown INTEGER NOT NULL,
    exempt_until TEXT NULL,
    partner TEXT NOT NULL,
    floor INTEGER NULL,
    ceiling INTEGER NULL,
    balance INTEGER NOT NULL,
    moves INTEGER NOT NULL,
    channel TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    ended_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT ck_time_account_floor CHECK (floor IS NULL OR balance >= floor),
    CONSTRAINT ck_time_account_ceiling CHECK (ceiling IS NULL OR balance <= ceiling),
    CONSTRAINT ck_time_account_closed CHECK (state <> 'closed' OR balance = 0),
    CONSTRAINT fk_time_account_bank_id FOREIGN KEY (bank_id) REFERENCES time_bank (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_account_bank_id_number ON time_account (bank_id, number);
CREATE INDEX ix_time_account_code ON time_account (code);
CREATE INDEX ix_time_account_ended_at ON time_account (ended_at);

CREATE TABLE time_cheque (
    id BLOB NOT NULL CONSTRAINT pk_time_cheque PRIMARY KEY,
    account_id BLOB NOT NULL,
    number TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    voided_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_time_cheque_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_cheque_number ON time_cheque (number);
CREATE INDEX ix_time_cheque_account_id ON time_cheque (account_id);

CREATE TABLE time_mandate (
    id BLOB NOT NULL CONSTRAINT pk_time_mandate PRIMARY KEY,
    account_id BLOB NOT NULL,
    acts TEXT NOT NULL,
    most INTEGER NOT NULL CHECK (most > 0),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    evidence TEXT NOT NULL,
    revoked_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_time_mandate_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT
);
CREATE INDEX ix_time_mandate_account_id ON time_mandate (account_id);

CREATE TABLE time_transfer (
    id BLOB NOT NULL CONSTRAINT pk_time_transfer PRIMARY KEY,
    bank_id BLOB NOT NULL,
    exchange_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    service TEXT NOT NULL,
    from_id BLOB NOT NULL,
    to_id BLOB NOT NULL,
    minutes INTEGER NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    cheque_id BLOB NULL,
    mandate_id BLOB NULL,
    corrects_id BLOB NULL,
    reason TEXT NULL,
    fact_id BLOB NULL,
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
    account_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    transfer_id BLOB NOT NULL,
    minutes INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    CONSTRAINT pk_time_entry PRIMARY KEY (account_id, position),
    CONSTRAINT fk_time_entry_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_entry_transfer_id FOREIGN KEY (transfer_id) REFERENCES time_transfer (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_time_entry_transfer_id_account_id ON time_entry (transfer_id, account_id);

CREATE TABLE time_clearing (
    id BLOB NOT NULL CONSTRAINT pk_time_clearing PRIMARY KEY,
    account_id BLOB NOT NULL,
    from_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    settled_at INTEGER NULL,
    refused TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT fk_time_clearing_account_id FOREIGN KEY (account_id) REFERENCES time_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_time_clearing_from_id FOREIGN KEY (from_id) REFERENCES time_account (id) ON DELETE RESTRICT
);
CREATE INDEX ix_time_clearing_account_id ON time_clearing (account_id);
CREATE INDEX ix_time_clearing_from_id ON time_clearing (from_id);
CREATE INDEX ix_time_clearing_settled_at ON time_clearing (settled_at);

CREATE TRIGGER time_account_starts_at_zero BEFORE INSERT ON time_account WHEN NEW.balance <> 0 OR NEW.moves <> 0 OR EXISTS (SELECT 1 FROM time_account WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an account starts at zero'); END;

CREATE TRIGGER time_account_follows BEFORE UPDATE OF balance, moves ON time_account
WHEN NOT EXISTS (SELECT 1 FROM time_entry WHERE account_id = NEW.id AND position = NEW.moves AND balance = NEW.balance) OR NEW.moves <> OLD.moves + 1
BEGIN SELECT RAISE(ABORT, 'a balance follows its entries'); END;

CREATE TRIGGER time_account_stays BEFORE DELETE ON time_account BEGIN SELECT RAISE(ABORT, 'hours are append-only'); END;

CREATE TRIGGER time_transfer_holds BEFORE INSERT ON time_transfer
BEGIN
    SELECT RAISE(ABORT, 'hours are append-only') WHERE EXISTS (SELECT 1 FROM time_transfer WHERE id = NEW.id OR (exchange_id = NEW.exchange_id AND line = NEW.line) OR cheque_id = NEW.cheque_id OR corrects_id = NEW.corrects_id);
    SELECT RAISE(ABORT, 'both accounts are open in this bank') WHERE 2 <> (SELECT count(*) FROM time_account WHERE id IN (NEW.from_id, NEW.to_id) AND bank_id = NEW.bank_id AND state <> 'closed');
    SELECT RAISE(ABORT, 'a correction mirrors what it corrects') WHERE NEW.corrects_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM time_transfer WHERE id = NEW.corrects_id AND from_id = NEW.to_id AND to_id = NEW.from_id AND minutes = NEW.minutes);
END;

CREATE TRIGGER time_transfer_posts AFTER INSERT ON time_transfer
BEGIN
    INSERT INTO time_entry (account_id, position, transfer_id, minutes, balance) SELECT id, moves + 1, NEW.id, -NEW.minutes, balance - NEW.minutes FROM time_account WHERE id = NEW.from_id;
    INSERT INTO time_entry (account_id, position, transfer_id, minutes, balance) SELECT id, moves + 1, NEW.id, NEW.minutes, balance + NEW.minutes FROM time_account WHERE id = NEW.to_id;
    UPDATE time_account SET balance = balance - NEW.minutes, moves = moves + 1 WHERE id = NEW.from_id;
    UPDATE time_account SET balance = balance + NEW.minutes, moves = moves + 1 WHERE id = NEW.to_id;
END;
CREATE TRIGGER time_transfer_no_update BEFORE UPDATE ON time_transfer BEGIN SELECT RAISE(ABORT, 'hours are append-only'); END;
CREATE TRIGGER time_transfer_no_delete BEFORE DELETE ON time_transfer BEGIN SELECT RAISE(ABORT, 'hours are append-only'); END;

CREATE TRIGGER time_entry_holds BEFORE INSERT ON time_entry
WHEN EXISTS (SELECT 1 FROM time_entry WHERE (account_id = NEW.account_id AND position = NEW.position) OR (transfer_id = NEW.transfer_id AND account_id = NEW.account_id))
    OR NOT EXISTS (SELECT 1 FROM time_transfer t JOIN time_account a ON a.id = NEW.account_id
        WHERE t.id = NEW.transfer_id AND ((t.from_id = a.id AND NEW.minutes = -t.minutes) OR (t.to_id = a.id AND NEW.minutes = t.minutes)) AND NEW.position = a.moves + 1 AND NEW.balance = a.balance + NEW.minutes)
BEGIN SELECT RAISE(ABORT, 'an entry is a side of its transfer'); END;
CREATE TRIGGER time_entry_no_update BEFORE UPDATE ON time_entry BEGIN SELECT RAISE(ABORT, 'hours are append-only'); END;
CREATE TRIGGER time_entry_no_delete BEFORE DELETE ON time_entry BEGIN SELECT RAISE(ABORT, 'hours are append-only'); END;
