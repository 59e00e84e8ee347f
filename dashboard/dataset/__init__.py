"""From files to checked frames, and from those to what is derived: estimates, revisions, conflicts, downloads."""
