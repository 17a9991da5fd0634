"""The directory of the centres sociaux, read once into sheets.

listing (lines → records) → notices and twins (what a person must look at) → sheets (record → values) →
shelf (where each goes) → planning (the whole, for the report).
"""
