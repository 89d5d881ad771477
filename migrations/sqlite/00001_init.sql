-- +goose Up

-- The outbox. An intent is a planned call that owns one nonce of one account on one chain; its attempts are the signed
-- encodings of it. Constraints and triggers refuse every step that could send a payment twice or lose one, so that no
-- fault of the program above, nor a hand at the database's prompt, can take it unnoticed.
-- Times are UTC microseconds; addresses and hashes are lower-case hex; fees are wei; value is decimal wei.

CREATE TABLE request (
  id TEXT PRIMARY KEY CHECK (length(id) > 0),
  chain_id INTEGER NOT NULL CHECK (chain_id > 0),
  sender TEXT NOT NULL CHECK (length(sender) = 42 AND sender = lower(sender)),
  command TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE intent (
  id INTEGER PRIMARY KEY,
  chain_id INTEGER NOT NULL CHECK (chain_id > 0),
  sender TEXT NOT NULL CHECK (length(sender) = 42 AND sender = lower(sender)),
  nonce INTEGER NOT NULL CHECK (nonce >= 0),
  request_id TEXT NOT NULL REFERENCES request (id),
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  idem_key TEXT NOT NULL CHECK (length(idem_key) > 0),
  payload_sha256 BLOB NOT NULL CHECK (length(payload_sha256) = 32),
  to_addr TEXT CHECK (to_addr IS NULL OR (length(to_addr) = 42 AND to_addr = lower(to_addr))),
  creates TEXT CHECK (creates IS NULL OR (length(creates) = 42 AND creates = lower(creates))), -- address of a deployment
  value TEXT NOT NULL CHECK (value <> '' AND value NOT GLOB '*[^0-9]*'),
  data BLOB NOT NULL,
  gas INTEGER NOT NULL CHECK (gas BETWEEN 21000 AND 16777216), -- EIP-7825
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  reissue_of INTEGER REFERENCES intent (id),
  state TEXT NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft','signed','pending','mined','final','reverted','cancelled','superseded','unclear','void')),
  changed_at INTEGER NOT NULL, -- when, why and by which node's word the state last changed: copied to event
  cause TEXT,
  node TEXT,
  superseded_by TEXT CHECK (superseded_by IS NULL OR length(superseded_by) = 66), -- hash of the foreign transaction
  CHECK ((to_addr IS NULL) = (creates IS NOT NULL)),
  CHECK (state <> 'superseded' OR superseded_by IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX intent_nonce ON intent (chain_id, sender, nonce) WHERE state <> 'void';
CREATE UNIQUE INDEX intent_key ON intent (chain_id, idem_key) WHERE state <> 'void' AND reissue_of IS NULL;
CREATE UNIQUE INDEX intent_reissued ON intent (reissue_of) WHERE reissue_of IS NOT NULL AND state <> 'void';
CREATE INDEX intent_request ON intent (request_id);
CREATE INDEX intent_unsettled ON intent (chain_id, sender, nonce) WHERE state IN ('draft','signed','pending','mined','unclear');

CREATE TABLE dependency (
  intent_id INTEGER NOT NULL REFERENCES intent (id),
  needs INTEGER NOT NULL REFERENCES intent (id) CHECK (needs < intent_id),
  PRIMARY KEY (intent_id, needs)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  intent_id INTEGER NOT NULL REFERENCES intent (id),
  hash TEXT NOT NULL CHECK (length(hash) = 66 AND hash = lower(hash)),
  kind TEXT NOT NULL CHECK (kind IN ('original','bump','cancel')),
  raw BLOB, -- wiped when it will never be sent: signed bytes at rest are live ammunition
  tip INTEGER NOT NULL CHECK (tip >= 0),
  fee_cap INTEGER NOT NULL CHECK (fee_cap >= tip),
  signed_at INTEGER NOT NULL,
  exposed_at INTEGER,
  CHECK (exposed_at IS NULL OR raw IS NOT NULL)
) STRICT;
CREATE INDEX attempt_intent ON attempt (intent_id);
CREATE UNIQUE INDEX attempt_hash ON attempt (hash) WHERE exposed_at IS NOT NULL;

CREATE TABLE receipt (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id),
  intent_id INTEGER NOT NULL REFERENCES intent (id),
  block_hash TEXT NOT NULL CHECK (length(block_hash) = 66),
  block_num INTEGER NOT NULL CHECK (block_num >= 0),
  status INTEGER NOT NULL CHECK (status IN (0, 1)),
  gas_used INTEGER NOT NULL CHECK (gas_used >= 0),
  gas_price TEXT NOT NULL, -- wei paid for each unit of gas
  reason TEXT,             -- why it reverted, where the node tells
  seen_at INTEGER NOT NULL,
  orphaned_at INTEGER,     -- null: canonical as far as we know; may be set and cleared again
  PRIMARY KEY (attempt_id, block_hash)
) STRICT;
CREATE UNIQUE INDEX receipt_live ON receipt (intent_id) WHERE orphaned_at IS NULL;

-- What one distribution transaction pays: several external ids may ride in one.
CREATE TABLE distribution_row (
  chain_id INTEGER NOT NULL,
  token TEXT NOT NULL CHECK (length(token) = 42 AND token = lower(token)),
  external_id TEXT NOT NULL CHECK (length(external_id) > 0),
  intent_id INTEGER NOT NULL REFERENCES intent (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  to_addr TEXT NOT NULL CHECK (length(to_addr) = 42 AND to_addr = lower(to_addr)),
  raw BLOB NOT NULL, -- a length byte and the minimal big-endian amount
  PRIMARY KEY (chain_id, token, external_id, intent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX distribution_intent ON distribution_row (intent_id);

-- What the look-back found on the chain, in final blocks: the tags of external ids that this account has paid.
CREATE TABLE paid_row (
  chain_id INTEGER NOT NULL,
  token TEXT NOT NULL CHECK (length(token) = 42 AND token = lower(token)),
  sender TEXT NOT NULL CHECK (length(sender) = 42 AND sender = lower(sender)),
  tag BLOB NOT NULL CHECK (length(tag) = 16),
  tx_hash TEXT NOT NULL CHECK (length(tx_hash) = 66),
  position INTEGER NOT NULL,
  block_num INTEGER NOT NULL,
  to_addr TEXT NOT NULL,
  raw BLOB NOT NULL,
  PRIMARY KEY (chain_id, token, sender, tag, tx_hash, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE lookback (
  chain_id INTEGER NOT NULL,
  token TEXT NOT NULL,
  sender TEXT NOT NULL,
  scanned_to INTEGER NOT NULL, -- a final block
  scanned_hash TEXT NOT NULL,
  PRIMARY KEY (chain_id, token, sender)
) STRICT, WITHOUT ROWID;

-- The highest blocks seen, by which a reset or lagging chain is recognised.
CREATE TABLE mark (
  chain_id INTEGER PRIMARY KEY CHECK (chain_id > 0),
  genesis_hash TEXT NOT NULL,
  head_num INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  final_num INTEGER NOT NULL,
  final_hash TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT;

-- The history: append only. The state of an intent is what its last row here says.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  intent_id INTEGER REFERENCES intent (id),
  at INTEGER NOT NULL,
  node TEXT,
  what TEXT NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX event_intent ON event (intent_id);

CREATE TABLE edge (a TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
INSERT INTO edge VALUES ('draft','signed'),('draft','void'),('draft','superseded'),('draft','unclear'),
  ('signed','pending'),('signed','void'),('signed','superseded'),('signed','unclear'),
  ('pending','mined'),('pending','superseded'),('pending','unclear'),
  ('unclear','mined'),('unclear','superseded'),
  ('mined','pending'),('mined','final'),('mined','reverted'),('mined','cancelled');

-- +goose StatementBegin
CREATE TRIGGER intent_born BEFORE INSERT ON intent WHEN new.state NOT IN ('draft','signed')
BEGIN SELECT RAISE(ABORT, 'an intent is born draft or signed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_no_replace BEFORE INSERT ON intent WHEN EXISTS (SELECT 1 FROM intent WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM intent WHERE chain_id = new.chain_id AND sender = new.sender AND nonce = new.nonce AND state <> 'void')
BEGIN SELECT RAISE(ABORT, 'nonce or id is taken'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_key_free BEFORE INSERT ON intent WHEN new.reissue_of IS NULL AND EXISTS (SELECT 1 FROM intent
  WHERE chain_id = new.chain_id AND idem_key = new.idem_key AND state <> 'void' AND reissue_of IS NULL)
BEGIN SELECT RAISE(ABORT, 'idempotency key is taken'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_next_nonce BEFORE INSERT ON intent WHEN new.nonce <> (SELECT max(nonce) + 1 FROM intent
  WHERE chain_id = new.chain_id AND sender = new.sender AND state <> 'void')
BEGIN SELECT RAISE(ABORT, 'nonce must follow the highest'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_owner BEFORE INSERT ON intent WHEN NOT EXISTS (SELECT 1 FROM request
  WHERE id = new.request_id AND chain_id = new.chain_id AND sender = new.sender)
BEGIN SELECT RAISE(ABORT, 'the request is of another account or chain'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_reissue BEFORE INSERT ON intent WHEN new.reissue_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM intent
  WHERE id = new.reissue_of AND chain_id = new.chain_id AND state IN ('reverted','cancelled','superseded','unclear'))
BEGIN SELECT RAISE(ABORT, 'only a settled failure is reissued'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_edge BEFORE UPDATE OF state ON intent WHEN old.state <> new.state
  AND NOT EXISTS (SELECT 1 FROM edge WHERE a = old.state AND b = new.state)
BEGIN SELECT RAISE(ABORT, 'illegal transition'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_frozen BEFORE UPDATE OF id, chain_id, sender, nonce, request_id, kind, idem_key, payload_sha256, to_addr,
  creates, value, data, note, created_at, reissue_of ON intent
BEGIN SELECT RAISE(ABORT, 'an intent is immutable'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_gas BEFORE UPDATE OF gas ON intent WHEN new.gas < old.gas
BEGIN SELECT RAISE(ABORT, 'gas only rises'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_named BEFORE UPDATE OF superseded_by ON intent WHEN old.superseded_by IS NOT NULL AND new.superseded_by IS NOT old.superseded_by
BEGIN SELECT RAISE(ABORT, 'what superseded an intent is settled'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_kept BEFORE DELETE ON intent
BEGIN SELECT RAISE(ABORT, 'intents are kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_void BEFORE UPDATE OF state ON intent WHEN old.state <> 'void' AND new.state = 'void' AND (
  EXISTS (SELECT 1 FROM attempt WHERE intent_id = old.id AND exposed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM intent t WHERE t.chain_id = old.chain_id AND t.sender = old.sender AND t.nonce > old.nonce AND t.state <> 'void'))
BEGIN SELECT RAISE(ABORT, 'void only the highest, never exposed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_pending BEFORE UPDATE OF state ON intent WHEN old.state = 'signed' AND new.state = 'pending'
  AND NOT EXISTS (SELECT 1 FROM attempt WHERE intent_id = old.id AND exposed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'pending needs an exposed attempt'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_mined BEFORE UPDATE OF state ON intent WHEN old.state <> new.state AND new.state IN ('mined','final','reverted','cancelled')
  AND NOT EXISTS (SELECT 1 FROM receipt WHERE intent_id = old.id AND orphaned_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'needs a canonical receipt'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_judged BEFORE UPDATE OF state ON intent WHEN new.state IN ('final','reverted','cancelled') AND old.state <> new.state
  AND new.state <> (SELECT CASE WHEN a.kind = 'cancel' THEN 'cancelled' WHEN r.status = 1 THEN 'final' ELSE 'reverted' END
    FROM receipt r JOIN attempt a ON a.id = r.attempt_id WHERE r.intent_id = old.id AND r.orphaned_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'judged by what was mined'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_history_born AFTER INSERT ON intent
BEGIN INSERT INTO event (intent_id, at, node, what, detail) VALUES (new.id, new.created_at, new.node, new.state, new.cause); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER intent_history AFTER UPDATE OF state ON intent WHEN old.state <> new.state
BEGIN INSERT INTO event (intent_id, at, node, what, detail) VALUES (new.id, new.changed_at, new.node, new.state, new.cause); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER attempt_no_replace BEFORE INSERT ON attempt WHEN EXISTS (SELECT 1 FROM attempt WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'attempt id is taken'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER attempt_born BEFORE INSERT ON attempt WHEN new.exposed_at IS NOT NULL
  OR (SELECT state FROM intent WHERE id = new.intent_id) IN ('final','reverted','cancelled','superseded','void')
  OR EXISTS (SELECT 1 FROM attempt WHERE intent_id = new.intent_id AND exposed_at IS NOT NULL
    AND (new.kind = 'original' OR fee_cap >= new.fee_cap OR tip > new.tip))
BEGIN SELECT RAISE(ABORT, 'an attempt is born unexposed, for a live intent, and a replacement pays more'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER attempt_kept BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'attempts are kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER attempt_frozen BEFORE UPDATE ON attempt WHEN new.id <> old.id OR new.hash <> old.hash OR new.intent_id <> old.intent_id
  OR new.kind <> old.kind OR new.tip <> old.tip OR new.fee_cap <> old.fee_cap OR new.signed_at <> old.signed_at
  OR (old.exposed_at IS NOT NULL AND (new.exposed_at IS NOT old.exposed_at OR new.raw IS NOT old.raw))
  OR (new.raw IS NOT NULL AND new.raw IS NOT old.raw)
BEGIN SELECT RAISE(ABORT, 'an attempt is immutable; exposure is one-way'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER attempt_order BEFORE UPDATE OF exposed_at ON attempt WHEN old.exposed_at IS NULL AND new.exposed_at IS NOT NULL AND (
  (SELECT state FROM intent WHERE id = old.intent_id) NOT IN ('signed','pending','mined')
  OR EXISTS (SELECT 1 FROM intent me JOIN intent t ON t.chain_id = me.chain_id AND t.sender = me.sender AND t.nonce < me.nonce
    AND t.state IN ('draft','signed') AND t.state IN ('draft','signed','pending','mined','unclear') WHERE me.id = old.intent_id))
BEGIN SELECT RAISE(ABORT, 'expose live intents in nonce order'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER attempt_one_fresh BEFORE UPDATE OF exposed_at ON attempt WHEN old.exposed_at IS NULL AND new.exposed_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM attempt o WHERE o.intent_id = old.intent_id AND o.exposed_at IS NOT NULL
    AND (o.fee_cap >= old.fee_cap OR o.tip > old.tip))
BEGIN SELECT RAISE(ABORT, 'a replacement pays more'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER attempt_history AFTER UPDATE OF exposed_at ON attempt WHEN old.exposed_at IS NULL AND new.exposed_at IS NOT NULL
BEGIN INSERT INTO event (intent_id, at, what, detail) VALUES (new.intent_id, new.exposed_at, 'exposed', new.hash); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER receipt_whose BEFORE INSERT ON receipt WHEN new.intent_id <> (SELECT intent_id FROM attempt WHERE id = new.attempt_id)
  OR (SELECT exposed_at FROM attempt WHERE id = new.attempt_id) IS NULL
  OR EXISTS (SELECT 1 FROM receipt WHERE attempt_id = new.attempt_id AND block_hash = new.block_hash)
BEGIN SELECT RAISE(ABORT, 'a receipt belongs to an exposed attempt of its intent, once for a block'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipt_frozen BEFORE UPDATE OF attempt_id, intent_id, block_hash, block_num, status, gas_used, gas_price ON receipt
BEGIN SELECT RAISE(ABORT, 'a receipt is immutable'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipt_settled BEFORE UPDATE OF orphaned_at ON receipt WHEN new.orphaned_at IS NOT old.orphaned_at
  AND (SELECT state FROM intent WHERE id = old.intent_id) IN ('final','reverted','cancelled')
BEGIN SELECT RAISE(ABORT, 'a final receipt is not orphaned'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipt_kept BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'receipts are kept'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER row_once BEFORE INSERT ON distribution_row WHEN EXISTS (SELECT 1 FROM distribution_row d JOIN intent i ON i.id = d.intent_id
  WHERE d.chain_id = new.chain_id AND d.token = new.token AND d.external_id = new.external_id
    AND i.state <> 'void' AND d.intent_id IS NOT (SELECT reissue_of FROM intent WHERE id = new.intent_id)
    AND NOT EXISTS (SELECT 1 FROM intent r JOIN distribution_row e ON e.intent_id = r.id WHERE r.reissue_of = d.intent_id AND r.state <> 'void'
      AND e.chain_id = d.chain_id AND e.token = d.token AND e.external_id = d.external_id)) -- where it was reissued, the new row speaks
BEGIN SELECT RAISE(ABORT, 'external id is taken'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER row_kept BEFORE DELETE ON distribution_row
BEGIN SELECT RAISE(ABORT, 'rows are kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER row_frozen BEFORE UPDATE ON distribution_row
BEGIN SELECT RAISE(ABORT, 'rows are immutable'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER dependency_kept BEFORE DELETE ON dependency
BEGIN SELECT RAISE(ABORT, 'dependencies are kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER request_kept BEFORE DELETE ON request
BEGIN SELECT RAISE(ABORT, 'requests are kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER request_frozen BEFORE UPDATE ON request
BEGIN SELECT RAISE(ABORT, 'a request is immutable'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER mark_rises BEFORE UPDATE ON mark WHEN new.final_num < old.final_num OR new.genesis_hash <> old.genesis_hash
BEGIN SELECT RAISE(ABORT, 'finality never goes back'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_frozen BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is kept'); END;
-- +goose StatementEnd

-- The scan. Raw transfers are the truth; balances are derived from them when asked.
CREATE TABLE token (
  id INTEGER PRIMARY KEY,
  chain_id INTEGER NOT NULL CHECK (chain_id > 0),
  address TEXT NOT NULL CHECK (length(address) = 42 AND address = lower(address)),
  genesis_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 77),
  first_block INTEGER NOT NULL CHECK (first_block >= 0), -- where the scan began
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),  -- 1: first_block is at or before the token's creation
  scanned_to INTEGER,                                    -- null: nothing yet
  UNIQUE (chain_id, address)
) STRICT;
CREATE TABLE holder (
  id INTEGER PRIMARY KEY,
  address BLOB NOT NULL UNIQUE CHECK (length(address) = 20)
) STRICT;
CREATE TABLE transfer (
  token_id INTEGER NOT NULL REFERENCES token (id),
  block INTEGER NOT NULL CHECK (block >= 0),
  log_index INTEGER NOT NULL CHECK (log_index >= 0),
  time INTEGER NOT NULL, -- of the block, Unix seconds
  tx BLOB NOT NULL CHECK (length(tx) = 32),
  kind INTEGER NOT NULL, -- 0 Transfer, 1 Issued, 2 Burned, 3 Forced
  from_id INTEGER NOT NULL REFERENCES holder (id),
  to_id INTEGER NOT NULL REFERENCES holder (id),
  raw BLOB NOT NULL, -- a length byte and the minimal big-endian amount: exact, short, and it sorts
  PRIMARY KEY (token_id, block, log_index)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (
  token_id INTEGER NOT NULL REFERENCES token (id),
  block INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 66),
  time INTEGER NOT NULL, -- of the block, Unix seconds
  final INTEGER NOT NULL CHECK (final IN (0, 1)), -- whether the block was final when it was scanned
  reconciled INTEGER CHECK (reconciled IN (0, 1)), -- null: not tried or no state there; 1: all agreed; 0: differences
  total_supply BLOB,      -- the contract's word at this block
  accounted_supply BLOB,  -- sum of the balances that the events give
  differences TEXT,
  PRIMARY KEY (token_id, block)
) STRICT, WITHOUT ROWID;

