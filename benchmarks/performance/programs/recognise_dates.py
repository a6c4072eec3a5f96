"""Dates alone, by Microsoft's Recognizers: texts as JSON lines on standard input; prints texts a second."""

import json
import sys
import time

from recognizers_date_time import recognize_datetime

texts = [json.loads(line) for line in sys.stdin]
recognize_datetime(texts[0], "en-us")
start = time.process_time()
for text in texts:
    recognize_datetime(text, "en-us")
print(len(texts) / (time.process_time() - start))
