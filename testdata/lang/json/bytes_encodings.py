# loads finds out how bytes are encoded.
import io
import json

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
for text in ('[1, "é€😀"]', "1", "12", '"a"', "{}", " 3"):
    for encoding in ENCODINGS:
        data = text.encode(encoding)
        print(json.detect_encoding(data), json.loads(data), end="; ")
    print()
for wrong in (b"", "\ufeff1", b"\x00", b"\xff", 3, None, b"1\x00\x00"):
    try:
        print(json.loads(wrong))
    except Exception as e:
        print(type(e).__name__, e)
print(json.load(io.BytesIO(b"\xef\xbb\xbf[1]")), json.load(io.StringIO("[2]")))
