// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

// Kinds of balance change, one bit each. A policy declares with them which
// changes it wants to be asked about; the same numbers appear in events.

uint8 constant KIND_ISSUE = 1;
uint8 constant KIND_BURN = 2;
uint8 constant KIND_TRANSFER = 4;
uint8 constant KIND_FORCED = 8;
uint8 constant KIND_RECOVERY = 16;

// Not a kind: a policy that declares this bit is also told after each change.
uint8 constant KIND_MOVED = 128;
