"""Texts, gazetteer and register that ship with duikou, and the script that builds the gazetteer."""
