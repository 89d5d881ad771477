-- +goose Up

-- Two more ways in which a nonce comes into the outbox than as the next one:
-- a gap below the first row, left by a reorganisation that took another's transactions back, is filled from above by empty
-- transactions of the account to itself; everything else still follows the highest nonce.
DROP TRIGGER intent_next_nonce;
-- +goose StatementBegin
CREATE TRIGGER intent_next_nonce BEFORE INSERT ON intent WHEN new.nonce <> (SELECT max(nonce) + 1 FROM intent
  WHERE chain_id = new.chain_id AND sender = new.sender AND state <> 'void')
  AND NOT (new.to_addr IS new.sender AND new.value = '0' AND length(new.data) = 0 AND new.idem_key GLOB 'fill/*'
    AND new.nonce + 1 = (SELECT min(nonce) FROM intent WHERE chain_id = new.chain_id AND sender = new.sender AND state <> 'void'))
BEGIN SELECT RAISE(ABORT, 'nonce must follow the highest'); END;
-- +goose StatementEnd
