# How StringIO reads and writes line ends, and which it has seen.
import io

for newline in (None, "", "\n", "\r", "\r\n"):
    stream = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), stream.newlines, repr(stream.readline()), stream.readlines(), repr(stream.getvalue()))
    stream = io.StringIO(newline=newline)
    for text in ("a\r\n", "b\n", "c\r", "\nd"):
        print(stream.write(text), stream.newlines, end="; ")
    stream.writelines(["e\n", "f\r\n"])
    print(repr(stream.getvalue()))
print(io.StringIO("abc\r\ndef", newline="").readline(4), io.StringIO("abc\r\ndef", newline="\r\n").readline(5))
for hint in (None, -1, 0, 2, 3, 4):
    print(io.StringIO("ab\ncd\nef").readlines(hint), io.BytesIO(b"ab\ncd\nef").readlines(hint))
