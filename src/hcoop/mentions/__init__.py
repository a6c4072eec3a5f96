"""Finding names, places, people, organisations and dates; the finders do not know each other."""
