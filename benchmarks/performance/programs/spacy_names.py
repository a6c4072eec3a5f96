"""Names alone, by spaCy's small English model: texts as JSON lines on standard input; prints texts a second."""

import json
import sys
import time

import spacy

texts = [json.loads(line) for line in sys.stdin]
model = spacy.load("en_core_web_sm", exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
model(texts[0])
start = time.process_time()
for text in texts:
    model(text)
print(len(texts) / (time.process_time() - start))
