"""The model of the outbox that tools/outbox-model.py checks. See docs/outbox.md, "The model check"."""
