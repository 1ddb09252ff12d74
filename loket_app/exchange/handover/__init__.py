"""The handover package: one file, encrypted with age, that a receiver opens with Loket or with age and a JSON reader."""
