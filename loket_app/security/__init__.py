"""Who can open the store: key slots, passphrases, the recovery code, one instance a profile. No screen, no words."""
