-- +goose Up

-- What waits has an index of its own, and so has what is on its way. While thousands of transactions are mined and not
-- final, the look for an earlier one that waits, at each exposure, went through all of them.
DROP INDEX intent_unsettled;
CREATE INDEX intent_waiting ON intent (chain_id, sender, nonce) WHERE state IN ('draft','signed');
CREATE INDEX intent_open ON intent (chain_id, sender, nonce) WHERE state IN ('pending','mined','unclear');
DROP TRIGGER attempt_order;
-- +goose StatementBegin
CREATE TRIGGER attempt_order BEFORE UPDATE OF exposed_at ON attempt WHEN old.exposed_at IS NULL AND new.exposed_at IS NOT NULL AND (
  (SELECT state FROM intent WHERE id = old.intent_id) NOT IN ('signed','pending','mined')
  OR EXISTS (SELECT 1 FROM intent me JOIN intent t ON t.chain_id = me.chain_id AND t.sender = me.sender AND t.nonce < me.nonce
    AND t.state IN ('draft','signed') WHERE me.id = old.intent_id))
BEGIN SELECT RAISE(ABORT, 'expose live intents in nonce order'); END;
-- +goose StatementEnd
