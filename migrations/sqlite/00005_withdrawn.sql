-- +goose Up

-- Whatever lists transactions asks which of them were withdrawn: few are, and each has several events.
CREATE INDEX event_withdrawn ON event (intent_id) WHERE what = 'withdrawn';
