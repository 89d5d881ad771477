// Package migrations embeds the SQL that makes and upgrades the database, one folder per dialect.
package migrations

import "embed"

// SQLite holds the migrations of the embedded database, in the folder "sqlite".
//
//go:embed sqlite/*.sql
var SQLite embed.FS
