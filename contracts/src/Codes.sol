// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

// Restriction codes of ERC-1404: 0 is yes, 1 to 31 are the token's own, 32 to
// 127 those of the policies in this folder, 128 and above are free for others.

uint8 constant CODE_OK = 0;

uint8 constant CODE_PAUSED = 1;
uint8 constant CODE_CLOSED = 2;
uint8 constant CODE_INVALID_SENDER = 3;
uint8 constant CODE_INVALID_RECEIVER = 4;
uint8 constant CODE_SENDER_FROZEN = 5;
uint8 constant CODE_RECEIVER_FROZEN = 6;
uint8 constant CODE_INSUFFICIENT_BALANCE = 7;
uint8 constant CODE_INSUFFICIENT_UNFROZEN = 8;
uint8 constant CODE_POLICY_BROKEN = 9;
uint8 constant CODE_POLICY_OUT_OF_GAS = 10;

uint8 constant CODE_SENDER_NOT_WHITELISTED = 32;
uint8 constant CODE_RECEIVER_NOT_WHITELISTED = 33;
uint8 constant CODE_SENDER_EXPIRED = 34;
uint8 constant CODE_RECEIVER_EXPIRED = 35;

// The first code that is not the token's own but its policy's.
uint8 constant CODE_FIRST_OF_POLICY = 32;

// Of RuleSet.
uint8 constant CODE_COUNTRY = 48;
uint8 constant CODE_NOT_ACCREDITED = 49;
uint8 constant CODE_SERIES_LOCKED = 50;
uint8 constant CODE_HOLDER_LOCKED = 51;
uint8 constant CODE_OUTSIDE_WINDOW = 52;
uint8 constant CODE_BELOW_MINIMUM = 53;
uint8 constant CODE_OVER_SHARE = 54;
uint8 constant CODE_TOO_MANY_HOLDERS = 55;
uint8 constant CODE_TOO_MANY_IN_COUNTRY = 56;
uint8 constant CODE_NOT_APPROVED = 57;
