// Package distribution pays shares out: it reads a file of receivers, recognises who is paid already (in the database,
// and on the chain itself), checks the rest against the token's rules and the account's balance, and plans one call for
// each payment or batch of payments. All rows of a file become intents together, or none does.
package distribution
