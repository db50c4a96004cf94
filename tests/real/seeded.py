"""Errors seeded into published filings: in figures of tables, and in sentences."""
def figures(program, shared, asked): raise SystemExit("later")
def sentences(program, shared, asked): raise SystemExit("later")
