-- +goose Up

-- While a transaction is on its way, what a node told of its receipt may turn out wrong in status and gas: another node's word,
-- borne out by a second one, replaces it. What is settled stays, and a receipt is always of one attempt in one block.
DROP TRIGGER receipt_frozen;
-- +goose StatementBegin
CREATE TRIGGER receipt_frozen BEFORE UPDATE OF attempt_id, intent_id, block_hash, block_num ON receipt
BEGIN SELECT RAISE(ABORT, 'a receipt is immutable'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipt_corrected BEFORE UPDATE OF status, gas_used, gas_price ON receipt
  WHEN (SELECT state FROM intent WHERE id = old.intent_id) NOT IN ('pending','unclear')
BEGIN SELECT RAISE(ABORT, 'only the receipt of what is on its way is corrected'); END;
-- +goose StatementEnd
